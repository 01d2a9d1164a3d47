package dev.parley.question.packs;

import dev.parley.question.packs.RowResult.Outcome;
import java.util.List;

/**
 * How far an import is.
 *
 * @param questions among the rows that are in
 */
record Tally(int total, int processed, int succeeded, int unchanged, int failed, int questions) {

    static Tally of(int total) {
        return new Tally(total, 0, 0, 0, 0, 0);
    }

    Tally plus(List<RowResult> results) {
        return new Tally(
                total,
                processed + results.size(),
                succeeded + count(results, Outcome.SUCCEEDED),
                unchanged + count(results, Outcome.UNCHANGED),
                failed + count(results, Outcome.FAILED),
                questions
                        + (int) results.stream()
                                .filter(result -> result.question() && result.outcome() != Outcome.FAILED)
                                .count());
    }

    private static int count(List<RowResult> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Rows that are in, new or as they were. */
    int takenIn() {
        return succeeded + unchanged;
    }
}
