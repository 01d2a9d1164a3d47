package dev.parley.analytics.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTests {

    @Test
    void everyScoreHasABucketThatHoldsIt() {
        assertThat(ScoreBuckets.all()).hasSize(16).startsWith(1000).endsWith(4750);
        IntStream.rangeClosed(1000, 4999)
                .forEach(score -> assertThat(score - ScoreBuckets.of(score)).isBetween(0, 249));
        assertThat(ScoreBuckets.of(5000)).isEqualTo(4750);
    }

    @Test
    void durationsFallIntoTheFirstBucketThatIsLongEnough() {
        assertThat(TimeBuckets.of(Duration.ofMinutes(30))).isEqualTo(30);
        assertThat(TimeBuckets.of(Duration.ofMinutes(30).plusMillis(1))).isEqualTo(45);
        assertThat(TimeBuckets.of(Duration.ofDays(4000)))
                .isEqualTo(TimeBuckets.all().getLast());
        assertThat(TimeBuckets.of(Duration.ofMinutes(-3))).isEqualTo(5);
    }

    @Test
    void durationBucketsAscend() {
        assertThat(TimeBuckets.all()).isSorted().doesNotHaveDuplicates();
    }
}
