package dev.parley.analytics.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Time from a session's completion to its first decision.
 *
 * @param timeToDecision of the sessions first decided in the selected days
 */
public record TimeToDecision(Durations timeToDecision) {

    /**
     * A histogram and what can be read from it. Quantiles are interpolated within a bucket, so they are exact to about a
     * third of their value.
     *
     * @param medianMinutes absent when nothing is counted
     * @param p90Minutes nine of ten took no longer; absent when nothing is counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Durations(
            long count,
            @Nullable Long medianMinutes,
            @Nullable Long p90Minutes,
            List<TimeBucket> buckets) {}

    /** Sessions that took longer than the bucket before says, and up to this many minutes. */
    public record TimeBucket(int upToMinutes, long count) {}
}
