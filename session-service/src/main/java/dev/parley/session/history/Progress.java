package dev.parley.session.history;

import dev.parley.platform.error.FieldError;
import dev.parley.session.history.HistoryImport.RowResult;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How far an import is. */
record Progress(int processed, int succeeded, int unchanged, int failed, List<RowError> errors) {

    static final Progress NONE = new Progress(0, 0, 0, 0, List.of());
    static final int ERRORS_KEPT = 2000;

    /** Why a row was not taken; the first row is 1. */
    record RowError(int row, String pointer, String reason) {}

    /** The next row and all after it are not looked at. */
    Progress stopped(String reason) {
        RowError error = error(processed, new FieldError("", reason));
        return new Progress(processed, succeeded, unchanged, failed, append(Stream.of(error)));
    }

    Progress after(List<RowResult> results) {
        Stream<RowError> refused =
                IntStream.range(0, results.size()).boxed().flatMap(i -> errorsOf(results.get(i), processed + i));
        return new Progress(
                processed + results.size(),
                succeeded + count(results, RowResult.Imported.class),
                unchanged + count(results, RowResult.Unchanged.class),
                failed + count(results, RowResult.Refused.class),
                append(refused));
    }

    private List<RowError> append(Stream<RowError> further) {
        return Stream.concat(errors.stream(), further).limit(ERRORS_KEPT).toList();
    }

    private static Stream<RowError> errorsOf(RowResult result, int index) {
        return result instanceof RowResult.Refused(List<FieldError> faults)
                ? faults.stream().map(fault -> error(index, fault))
                : Stream.empty();
    }

    private static RowError error(int index, FieldError fault) {
        return new RowError(index + 1, "/interviews/" + index + fault.pointer(), fault.detail());
    }

    private static int count(List<RowResult> results, Class<? extends RowResult> kind) {
        return (int) results.stream().filter(kind::isInstance).count();
    }
}
