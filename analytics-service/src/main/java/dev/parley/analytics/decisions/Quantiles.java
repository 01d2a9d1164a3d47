package dev.parley.analytics.decisions;

import dev.parley.analytics.decisions.TimeToDecision.TimeBucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quantiles of a histogram, taking what is in a bucket as evenly spread over it. */
final class Quantiles {

    private Quantiles() {}

    /** The value that the given share does not exceed, rounded; null when the histogram is empty. */
    static @Nullable Long of(List<TimeBucket> buckets, double share) {
        double rank = share * buckets.stream().mapToLong(TimeBucket::count).sum();
        double below = 0;
        int from = 0;
        for (TimeBucket bucket : buckets) {
            if (bucket.count() > 0 && below + bucket.count() >= rank) {
                return Math.round(from + (bucket.upToMinutes() - from) * (rank - below) / bucket.count());
            }
            below += bucket.count();
            from = bucket.upToMinutes();
        }
        return null;
    }
}
