package dev.parley.statistics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Counts of non-negative values in adjoining buckets: what a quantile can be read from when the values themselves are
 * not kept. The first bucket begins at 0, each of the others above the end of the one before it.
 *
 * @param upTo inclusive upper ends, strictly ascending, in the unit of the values
 * @param counts values in each bucket, 0 or more
 */
public record Histogram(List<Integer> upTo, List<Long> counts) {

    /** Raises {@link IllegalArgumentException} for ends that do not ascend, a negative count, or lists unequally long. */
    public Histogram {
        upTo = List.copyOf(upTo);
        counts = List.copyOf(counts);
        if (upTo.size() != counts.size()) {
            throw new IllegalArgumentException(upTo.size() + " buckets have " + counts.size() + " counts");
        }
        int below = 0;
        for (int end : upTo) {
            if (end <= below) {
                throw new IllegalArgumentException("the bucket up to " + end + " does not lie above " + below);
            }
            below = end;
        }
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count is negative");
        }
    }

    /** How many values there are. */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The value that a share of the values does not exceed: linear interpolation by rank, what is in a bucket taken as
     * evenly spread over it. The error is at most the width of the bucket the value lies in.
     *
     * @param share 0 to 1, for example 0.5 for the median
     * @return empty when nothing is counted
     * @throws IllegalArgumentException when the share is not within 0 to 1
     */
    public OptionalDouble quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + share);
        }
        double rank = share * total();
        double below = 0;
        for (int i = 0; i < upTo.size(); i++) {
            long count = counts.get(i);
            if (count > 0 && below + count >= rank) {
                int from = i == 0 ? 0 : upTo.get(i - 1);
                return OptionalDouble.of(from + (upTo.get(i) - from) * (rank - below) / count);
            }
            below += count;
        }
        return OptionalDouble.empty();
    }
}
