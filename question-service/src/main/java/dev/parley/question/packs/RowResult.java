package dev.parley.question.packs;

import dev.parley.platform.error.FieldError;
import dev.parley.question.packs.ImportJob.ImportedKit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param question whether it was a question, else a kit
 * @param refusedKey of a question that kits cannot refer to now
 * @param kit of a kit that is published
 */
record RowResult(
        boolean question,
        Outcome outcome,
        List<RowFault> faults,
        @Nullable String refusedKey,
        @Nullable ImportedKit kit) {

    /** Whether the row is in. */
    enum Outcome {
        SUCCEEDED,
        UNCHANGED,
        FAILED;

        static Outcome of(boolean changed) {
            return changed ? SUCCEEDED : UNCHANGED;
        }
    }

    static RowResult question(boolean changed) {
        return new RowResult(true, Outcome.of(changed), List.of(), null, null);
    }

    static RowResult kit(boolean changed, @Nullable ImportedKit published) {
        return new RowResult(false, Outcome.of(changed), List.of(), null, published);
    }

    static RowResult refused(PackRow row, List<FieldError> faults) {
        List<RowFault> named = faults.stream()
                .map(fault -> new RowFault(row.number(), fault.pointer(), fault.detail()))
                .toList();
        boolean question = row.isQuestion();
        return new RowResult(question, Outcome.FAILED, named, question && !row.repeated() ? row.key() : null, null);
    }
}
