package dev.parley.question.packs;

import static dev.parley.question.catalog.Questions.NOON;
import static dev.parley.question.catalog.Questions.PACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.KitId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.question.packs.ImportJob.ImportedKit;
import dev.parley.question.packs.ImportJob.Input;
import dev.parley.question.packs.ImportJob.LostLeaseException;
import dev.parley.question.packs.ImportJob.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportJobTests {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final ImportedKit KIT =
            new ImportedKit(new KitId("00000000-0000-4000-8000-000000000002"), "Core", 1);

    @Test
    void countsWhatBecameOfTheRows() {
        ImportJob job = aClaimedJob()
                .after(
                        "me",
                        List.of(RowResult.question(true), RowResult.question(false), aRefusal("broken", false)),
                        NOON)
                .after("me", List.of(RowResult.kit(true, KIT)), NOON);

        assertThat(job.tally()).isEqualTo(new Tally(4, 4, 2, 1, 1, 2));
        assertThat(job.refused()).containsExactly("broken");
        assertThat(job.kits()).containsExactly(KIT);
        assertThat(job.faults()).singleElement().isEqualTo(new RowFault(1, "/questions/0/title", "too long"));
    }

    @Test
    void aRepeatedKeyDoesNotSpoilTheFirstRowWithIt() {
        ImportJob job = aClaimedJob().after("me", List.of(aRefusal("twice", true)), NOON);

        assertThat(job.refused()).isEmpty();
    }

    @Test
    void keepsABoundedNumberOfFaults() {
        ImportJob job = aClaimedJob().after("me", Collections.nCopies(1500, aRefusal("broken", true)), NOON);

        assertThat(job.faults()).hasSize(ImportJob.FAULTS_KEPT);
        assertThat(job.tally().failed()).isEqualTo(1500);
    }

    @Test
    void isTakenOverOnlyWhenItsLeaseHasEnded() {
        ImportJob mine = aClaimedJob();

        assertThatThrownBy(() -> mine.claimedBy("you", NOON.plusSeconds(29), LEASE))
                .isInstanceOf(LostLeaseException.class);
        ImportJob yours = mine.claimedBy("you", NOON.plusSeconds(30), LEASE);
        assertThat(yours.lease().attempts()).isEqualTo(2);
        assertThat(yours.after("you", List.of(), NOON).lease().attempts()).isZero();
    }

    @Test
    void nobodyElseMayGoOnWithIt() {
        ImportJob mine = aClaimedJob();
        List<UnaryOperator<ImportJob>> steps = List.of(
                job -> job.after("you", List.of(), NOON),
                job -> job.released("you", NOON),
                job -> job.completed("you", PACK),
                job -> job.cancelled("you"),
                job -> job.failed("you", "reason"));

        assertThat(steps)
                .allSatisfy(step -> assertThatThrownBy(() -> step.apply(mine)).isInstanceOf(LostLeaseException.class));
    }

    @Test
    void releasedItIsFreeAtOnce() {
        ImportJob free = aClaimedJob().released("me", NOON);

        assertThat(free.claimedBy("you", NOON, LEASE).lease().worker()).isEqualTo("you");
    }

    @Test
    void onceEndedItCanNeitherGoOnNorBeCancelled() {
        List<ImportJob> ended = List.of(
                aClaimedJob().completed("me", PACK),
                aClaimedJob().cancelled("me"),
                aClaimedJob().failed("me", "the file is gone"));

        assertThat(ended)
                .extracting(ImportJob::status)
                .containsExactly(Status.COMPLETED, Status.CANCELLED, Status.FAILED);
        assertThat(ended).allSatisfy(job -> {
            assertThatThrownBy(job::cancelRequestedByCaller).isInstanceOf(DomainException.Conflict.class);
            assertThatThrownBy(() -> job.after("me", List.of(), NOON)).isInstanceOf(LostLeaseException.class);
            assertThatThrownBy(() -> job.claimedBy("you", NOON.plusSeconds(60), LEASE))
                    .isInstanceOf(LostLeaseException.class);
        });
    }

    @Test
    void failedItSaysWhyFirst() {
        ImportJob failed = aClaimedJob()
                .after("me", List.of(aRefusal("broken", false)), NOON)
                .failed("me", "no row could be taken in");

        assertThat(failed.faults()).hasSize(2).first().isEqualTo(new RowFault(0, "", "no row could be taken in"));
    }

    private static ImportJob aClaimedJob() {
        return ImportJob.accepted(new Input("f", 2, "user/x", "correlation"), 4, NOON)
                .claimedBy("me", NOON, LEASE);
    }

    private static RowResult aRefusal(String key, boolean repeated) {
        JsonNode node = Packs.aQuestion(key);
        return RowResult.refused(
                new PackRow("questions", 0, 1, node, repeated),
                List.of(new FieldError("/questions/0/title", "too long")));
    }
}
