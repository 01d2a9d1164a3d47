package dev.parley.bench.events;

import java.util.Arrays;

/** What is said about many measurements of one thing. */
final class Statistics {

    private Statistics() {}

    /**
     * The smallest value that at least this share of all values does not exceed (nearest rank).
     *
     * @param share above 0, at most 1
     */
    static double percentile(double[] values, double share) {
        if (values.length == 0 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("no percentile " + share + " of " + values.length + " values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /** Of an even number, the mean of the two in the middle. */
    static double median(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no median of nothing");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
