package dev.parley.session.history;

import dev.parley.platform.error.FieldError;
import java.time.Instant;
import java.util.List;

/**
 * The job of bringing in a list of past interviews.
 *
 * @param actor who asked for it, and acts in its events
 * @param lease who works on it, and until when
 * @param rowsKept whether there are rows to work on or to remove
 */
record HistoryImport(
        Status status,
        String actor,
        String correlationId,
        int total,
        Progress progress,
        Lease lease,
        boolean rowsKept) {

    enum Status {
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    /** The right to work on the import; it makes two workers rare, and the rows' ids make them harmless. */
    record Lease(String holder, Instant until) {}

    /** What became of one row. */
    sealed interface RowResult {
        record Imported() implements RowResult {}

        record Unchanged() implements RowResult {}

        record Refused(List<FieldError> errors) implements RowResult {}
    }

    static HistoryImport started(String actor, String correlationId, int total, Instant now) {
        return new HistoryImport(
                Status.RUNNING, actor, correlationId, total, Progress.NONE, new Lease("nobody", now), true);
    }

    boolean isFor(String worker) {
        return status == Status.RUNNING && lease.holder().equals(worker);
    }

    /** The lease goes to the worker if it is free or the worker's own. */
    HistoryImport leasedTo(String worker, Instant now, Instant until) {
        boolean free = lease.holder().equals(worker) || !lease.until().isAfter(now);
        return free ? with(status, progress, new Lease(worker, until)) : this;
    }

    HistoryImport cancelled() {
        return status == Status.RUNNING ? with(Status.CANCELLED, progress, lease) : this;
    }

    /** After the rows that begin at the index; they are counted once, whoever comes with them. */
    HistoryImport after(int from, List<RowResult> results) {
        if (progress.processed() != from) {
            return this;
        }
        Progress further = progress.after(results);
        boolean done = further.processed() >= total && status == Status.RUNNING;
        return with(done ? Status.COMPLETED : status, further, lease);
    }

    HistoryImport failed(String reason) {
        return with(Status.FAILED, progress.stopped(reason), lease);
    }

    HistoryImport withoutRows() {
        return new HistoryImport(status, actor, correlationId, total, progress, lease, false);
    }

    private HistoryImport with(Status next, Progress further, Lease leased) {
        return new HistoryImport(next, actor, correlationId, total, further, leased, rowsKept);
    }
}
