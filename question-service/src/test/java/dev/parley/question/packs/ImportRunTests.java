package dev.parley.question.packs;

import static dev.parley.question.catalog.Questions.JOB;
import static dev.parley.question.catalog.Questions.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.question.packs.ImportJob.Input;
import dev.parley.question.packs.ImportJobs.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ImportRunTests {

    private final List<List<String>> batches = new ArrayList<>();
    private final List<PackRow> rows = new ArrayList<>();

    @Test
    void takesQuestionsThenKitsInBatches() {
        ObjectNode pack = Packs.with(Packs.aPack("basics", "1.0.0", "a1", "a2", "a3"), "k1", "a1");

        ImportJob job = run(pack, 0, UnaryOperator.identity());

        assertThat(batches).containsExactly(List.of("a1", "a2"), List.of("a3"), List.of("k1"));
        assertThat(rows).extracting(PackRow::number).containsExactly(1, 2, 3, 4);
        assertThat(rows.getLast().pointer()).isEqualTo("/kits/0");
        assertThat(job.tally().processed()).isEqualTo(4);
    }

    @Test
    void goesOnBehindTheRowsThatAreNoted() {
        ObjectNode pack = Packs.with(Packs.aPack("basics", "1.0.0", "a1", "a2", "a1"), "k1", "a1");

        run(pack, 2, UnaryOperator.identity());

        assertThat(batches).containsExactly(List.of("a1"), List.of("k1"));
        assertThat(rows.getFirst().repeated())
                .as("the key of a row noted before")
                .isTrue();
    }

    @Test
    void stopsBetweenBatchesWhenCancelled() {
        ObjectNode pack = Packs.aPack("basics", "1.0.0", "a1", "a2", "a3");

        ImportJob job = run(pack, 0, ImportJob::cancelRequestedByCaller);

        assertThat(batches).containsExactly(List.of("a1", "a2"));
        assertThat(job.cancelRequested()).isTrue();
    }

    private ImportJob run(ObjectNode pack, int noted, UnaryOperator<ImportJob> afterEach) {
        PackFile file = PackFile.read(pack.toString().getBytes(UTF_8));
        ImportJob job = ImportJob.accepted(new Input("f", 2, "user/x", "correlation"), file.rows(), NOON)
                .claimedBy("me", NOON, Duration.ofSeconds(30))
                .after("me", results(noted), NOON);
        var organization = new OrganizationId("00000000-0000-4000-8000-000000000009");
        ImportRun.Batches take = (List<PackRow> batch, Set<String> _, ImportJob former) -> {
            rows.addAll(batch);
            batches.add(batch.stream().map(PackRow::key).toList());
            return afterEach.apply(former.after("me", results(batch.size()), NOON));
        };
        return new ImportRun(new Claim(organization, JOB, "me", job), file, take, () -> true, 2).run();
    }

    private static List<RowResult> results(int count) {
        return java.util.Collections.nCopies(count, RowResult.question(true));
    }
}
