package dev.parley.session.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.error.FieldError;
import dev.parley.session.history.HistoryImport.RowResult;
import dev.parley.session.history.HistoryImport.Status;
import dev.parley.session.history.Progress.RowError;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryImportTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.000Z");
    private static final RowResult IMPORTED = new RowResult.Imported();
    private static final RowResult UNCHANGED = new RowResult.Unchanged();
    private static final RowResult REFUSED =
            new RowResult.Refused(List.of(new FieldError("/kitId", "why"), new FieldError("", "and why")));

    private final HistoryImport fresh = HistoryImport.started("user/u", "correlation", 5, NOW);

    @Test
    void countsWhatBecameOfEachRow() {
        HistoryImport job = fresh.after(0, List.of(IMPORTED, REFUSED, UNCHANGED));

        assertThat(job.status()).isEqualTo(Status.RUNNING);
        assertThat(job.progress())
                .isEqualTo(new Progress(
                        3,
                        1,
                        1,
                        1,
                        List.of(
                                new RowError(2, "/interviews/1/kitId", "why"),
                                new RowError(2, "/interviews/1", "and why"))));
    }

    @Test
    void rowsOfALaterChunkHaveTheirOwnNumbers() {
        HistoryImport job =
                fresh.after(0, List.of(IMPORTED, IMPORTED, IMPORTED)).after(3, List.of(IMPORTED, REFUSED));

        assertThat(job.progress().errors().getFirst()).isEqualTo(new RowError(5, "/interviews/4/kitId", "why"));
        assertThat(job.progress().succeeded()).isEqualTo(4);
    }

    @Test
    void lastRowCompletes() {
        assertThat(fresh.after(0, Collections.nCopies(5, IMPORTED)).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void rowsThatTwoWorkersBringCountOnce() {
        HistoryImport once = fresh.after(0, List.of(IMPORTED, IMPORTED));

        assertThat(once.after(0, List.of(UNCHANGED, UNCHANGED))).isEqualTo(once);
    }

    @Test
    void cancelledStaysCancelledWhateverIsStillBroughtIn() {
        HistoryImport job = fresh.cancelled().after(0, Collections.nCopies(5, IMPORTED));

        assertThat(job.status()).isEqualTo(Status.CANCELLED);
        assertThat(job.progress().succeeded()).isEqualTo(5);
    }

    @Test
    void whatIsOverCannotBeCancelled() {
        HistoryImport completed = fresh.after(0, Collections.nCopies(5, IMPORTED));

        assertThat(completed.cancelled()).isEqualTo(completed);
    }

    @Test
    void failureNamesTheFirstRowThatWasNotLookedAt() {
        HistoryImport job = fresh.after(0, List.of(IMPORTED)).failed("gone");

        assertThat(job.status()).isEqualTo(Status.FAILED);
        assertThat(job.progress())
                .isEqualTo(new Progress(1, 1, 0, 0, List.of(new RowError(2, "/interviews/1", "gone"))));
    }

    @Test
    void errorsAreBounded() {
        HistoryImport large = HistoryImport.started("user/u", "correlation", 4000, NOW);

        HistoryImport job = large.after(0, Collections.nCopies(2500, REFUSED));

        assertThat(job.progress().errors()).hasSize(Progress.ERRORS_KEPT);
        assertThat(job.progress().failed()).isEqualTo(2500);
    }

    @Test
    void leaseIsTakenWhenFreeAndHeldOnByItsHolderOnly() {
        HistoryImport mine = fresh.leasedTo("me", NOW, NOW.plusSeconds(30));

        assertThat(mine.isFor("me")).isTrue();
        assertThat(mine.leasedTo("other", NOW.plusSeconds(29), NOW.plusSeconds(60)))
                .isEqualTo(mine);
        assertThat(mine.leasedTo("me", NOW.plusSeconds(29), NOW.plusSeconds(60))
                        .lease()
                        .until())
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(mine.leasedTo("other", NOW.plusSeconds(30), NOW.plusSeconds(60))
                        .isFor("other"))
                .isTrue();
    }
}
