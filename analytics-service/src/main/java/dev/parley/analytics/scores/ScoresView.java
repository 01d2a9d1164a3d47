package dev.parley.analytics.scores;

import dev.parley.analytics.cells.CellSum;
import dev.parley.analytics.cells.CellSums;
import dev.parley.analytics.cells.Dimension;
import dev.parley.analytics.cells.Selection;
import dev.parley.analytics.scores.Scores.ScoreBucket;
import dev.parley.analytics.topology.Metric;
import dev.parley.analytics.topology.ScoreBuckets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the distribution of scores. */
@Component
public final class ScoresView {

    private final CellSums cells;

    ScoresView(CellSums cells) {
        this.cells = cells;
    }

    public Scores of(Selection selection) {
        Map<String, Map<String, Long>> byKit = cells.of(Metric.SCORE, selection, Dimension.KIT).stream()
                .collect(Collectors.groupingBy(
                        CellSum::kitIdOrFail, TreeMap::new, Collectors.toMap(CellSum::value, CellSum::count)));
        return new Scores(byKit.entrySet().stream()
                .flatMap(kit -> buckets(kit.getKey(), kit.getValue()))
                .toList());
    }

    private static Stream<ScoreBucket> buckets(String kit, Map<String, Long> counts) {
        return ScoreBuckets.all().stream()
                .map(bucket -> new ScoreBucket(kit, bucket, counts.getOrDefault(Integer.toString(bucket), 0L)));
    }
}
