package dev.parley.question.packs;

import static dev.parley.question.catalog.Questions.JOB;
import static dev.parley.question.catalog.Questions.NOON;
import static dev.parley.question.catalog.Questions.PACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.PackEvent.PackImported;
import dev.parley.contracts.id.JobId;
import dev.parley.question.packs.Pack.Edition;
import dev.parley.question.packs.Pack.PackCommand;
import dev.parley.question.packs.Pack.PackCommand.RecordImport;
import dev.parley.testkit.StateTable;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackTests {

    private static final JobId OTHER_JOB = new JobId("00000000-0000-4000-8000-00000000000c");

    @Test
    void everyCommandHasItsAnswerInEveryState() {
        StateTable.<Pack, PackCommand>of("pack", Pack::decide)
                .state("none", null)
                .state("1.0.0 imported", aPack())
                .command("record 1.0.0", done(OTHER_JOB, "1.0.0", true))
                .command("record the same import again", done(JOB, "1.0.0", true))
                .command("record 1.0.0 that brought nothing", done(OTHER_JOB, "1.0.0", false))
                .command("record 1.1.0", done(OTHER_JOB, "1.1.0", true))
                .command("record 1.1.0 that brought nothing", done(OTHER_JOB, "1.1.0", false))
                .matches();
    }

    @Test
    void evolvesWithImported() {
        Pack pack = Pack.evolve(aPack(), new PackImported(PACK, "Basics", "1.1.0", 3, 1, 2, NOON));

        assertThat(pack.editions())
                .containsExactly(new Edition("1.0.0", NOON, 2, 1, 0), new Edition("1.1.0", NOON, 3, 1, 2));
    }

    @Test
    void evolvesFromTheFirstImportAsFarAsTheEventTells() {
        Pack pack = Pack.evolve(null, new PackImported(PACK, "Basics", "1.0.0", 2, 1, 0, NOON));

        assertThat(pack.header().name()).isEqualTo("Basics");
        assertThat(pack.editions()).containsExactly(new Edition("1.0.0", NOON, 2, 1, 0));
    }

    @Test
    void remembersABoundedNumberOfEditions() {
        var full = new Pack(
                PACK, header("1.0.0"), JOB, Collections.nCopies(Pack.EDITIONS, new Edition("0.9.0", NOON, 1, 0, 0)));

        Pack pack = Pack.evolve(full, new PackImported(PACK, "Basics", "1.0.0", 2, 1, 0, NOON));

        assertThat(pack.editions()).hasSize(Pack.EDITIONS);
        assertThat(pack.editions().getLast().version()).isEqualTo("1.0.0");
    }

    private static Pack aPack() {
        return new Pack(PACK, header("1.0.0"), JOB, List.of(new Edition("1.0.0", NOON, 2, 1, 0)));
    }

    private static PackHeader header(String version) {
        return new PackHeader("basics", version, "Basics", null, "en", "CC0-1.0", List.of());
    }

    private static RecordImport done(JobId job, String version, boolean changed) {
        return new RecordImport(PACK, header(version), job, 2, 1, 0, changed, NOON);
    }
}
