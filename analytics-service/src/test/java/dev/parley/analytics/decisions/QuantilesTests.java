package dev.parley.analytics.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.analytics.decisions.TimeToDecision.TimeBucket;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantilesTests {

    @Test
    void anEmptyHistogramHasNone() {
        assertThat(Quantiles.of(List.of(new TimeBucket(5, 0), new TimeBucket(10, 0)), 0.5))
                .isNull();
    }

    @Test
    void interpolatesWithinABucket() {
        var buckets = List.of(new TimeBucket(10, 0), new TimeBucket(20, 4), new TimeBucket(30, 0));
        assertThat(Quantiles.of(buckets, 0.5)).isEqualTo(15);
        assertThat(Quantiles.of(buckets, 0.9)).isEqualTo(19);
    }

    @Test
    void findsTheBucketAcrossGaps() {
        var buckets = List.of(new TimeBucket(10, 5), new TimeBucket(20, 0), new TimeBucket(60, 5));
        assertThat(Quantiles.of(buckets, 0.5)).isEqualTo(10);
        assertThat(Quantiles.of(buckets, 0.9)).isEqualTo(52);
    }
}
