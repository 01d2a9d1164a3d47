package dev.parley.analytics.decisions;

import dev.parley.analytics.cells.CellSum;
import dev.parley.analytics.cells.CellSums;
import dev.parley.analytics.cells.Selection;
import dev.parley.analytics.decisions.Decisions.DecisionCount;
import dev.parley.analytics.decisions.TimeToDecision.Durations;
import dev.parley.analytics.decisions.TimeToDecision.TimeBucket;
import dev.parley.analytics.topology.Metric;
import dev.parley.analytics.topology.TimeBuckets;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.statistics.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads decisions and the time they took. */
@Component
public final class DecisionsView {

    private static final double MEDIAN = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    private final CellSums cells;

    DecisionsView(CellSums cells) {
        this.cells = cells;
    }

    public Decisions decisions(Selection selection) {
        Map<String, Long> counts = CellSum.byValue(cells.of(Metric.DECISION, selection));
        return new Decisions(Arrays.stream(DecisionOutcome.values())
                .map(outcome -> new DecisionCount(outcome, counts.getOrDefault(outcome.name(), 0L)))
                .toList());
    }

    public TimeToDecision timeToDecision(Selection selection) {
        Map<String, Long> counts = CellSum.byValue(cells.of(Metric.TIME_TO_DECISION, selection));
        List<TimeBucket> buckets = TimeBuckets.all().stream()
                .map(upTo -> new TimeBucket(upTo, counts.getOrDefault(Integer.toString(upTo), 0L)))
                .toList();
        var histogram = new Histogram(
                TimeBuckets.all(), buckets.stream().map(TimeBucket::count).toList());
        return new TimeToDecision(
                new Durations(histogram.total(), rounded(histogram, MEDIAN), rounded(histogram, NINE_OF_TEN), buckets));
    }

    private static @Nullable Long rounded(Histogram histogram, double share) {
        OptionalDouble quantile = histogram.quantile(share);
        return quantile.isPresent() ? Math.round(quantile.getAsDouble()) : null;
    }
}
