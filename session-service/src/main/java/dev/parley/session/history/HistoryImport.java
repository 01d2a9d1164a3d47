package dev.parley.session.history;

import dev.parley.platform.error.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The job of bringing in a list of past interviews.
 *
 * @param actor who asked for it, and acts in its events
 * @param leaseUntil until when the instance that works on it has it to itself
 */
record HistoryImport(
        Status status,
        String actor,
        String correlationId,
        int total,
        int processed,
        int succeeded,
        int unchanged,
        int failed,
        List<RowError> errors,
        Instant leaseUntil) {

    static final Duration LEASE = Duration.ofSeconds(30);
    private static final int ERRORS_KEPT = 2000;

    enum Status {
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    /** Why a row was not taken; the first row is 1. */
    record RowError(int row, String pointer, String reason) {}

    /** What became of one row. */
    sealed interface RowResult {
        record Imported() implements RowResult {}

        record Unchanged() implements RowResult {}

        record Refused(List<FieldError> errors) implements RowResult {}
    }

    static HistoryImport started(String actor, String correlationId, int total, Instant now) {
        return new HistoryImport(Status.RUNNING, actor, correlationId, total, 0, 0, 0, 0, List.of(), now);
    }

    HistoryImport leased(Instant now) {
        return with(status, now.plus(LEASE));
    }

    HistoryImport cancelled() {
        return with(status == Status.RUNNING ? Status.CANCELLED : status, leaseUntil);
    }

    /** After the next rows; completes the job when they were the last. */
    HistoryImport after(List<RowResult> results, Instant now) {
        int done = processed + results.size();
        List<RowError> refused = IntStream.range(0, results.size())
                .boxed()
                .flatMap(i -> errorsOf(results.get(i), processed + i))
                .toList();
        return new HistoryImport(
                done >= total && status == Status.RUNNING ? Status.COMPLETED : status,
                actor,
                correlationId,
                total,
                done,
                succeeded + count(results, RowResult.Imported.class),
                unchanged + count(results, RowResult.Unchanged.class),
                failed + count(results, RowResult.Refused.class),
                Stream.concat(errors.stream(), refused.stream())
                        .limit(ERRORS_KEPT)
                        .toList(),
                now.plus(LEASE));
    }

    private HistoryImport with(Status next, Instant lease) {
        return new HistoryImport(
                next, actor, correlationId, total, processed, succeeded, unchanged, failed, errors, lease);
    }

    private static Stream<RowError> errorsOf(RowResult result, int index) {
        return result instanceof RowResult.Refused(List<FieldError> faults)
                ? faults.stream()
                        .map(fault -> new RowError(index + 1, "/interviews/" + index + fault.pointer(), fault.detail()))
                : Stream.empty();
    }

    private static int count(List<RowResult> results, Class<? extends RowResult> kind) {
        return (int) results.stream().filter(kind::isInstance).count();
    }
}
