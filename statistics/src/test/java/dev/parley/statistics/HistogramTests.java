package dev.parley.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTests {

    @Test
    void ofNothingThereIsNoQuantile() {
        assertThat(new Histogram(List.of(5, 10), List.of(0L, 0L)).quantile(0.5)).isEmpty();
        assertThat(new Histogram(List.of(), List.of()).quantile(0.5)).isEmpty();
    }

    @Test
    void interpolatesWithinABucket() {
        var histogram = new Histogram(List.of(10, 20, 30), List.of(0L, 4L, 0L));
        assertThat(histogram.quantile(0.5)).hasValue(15);
        assertThat(histogram.quantile(0.9)).hasValue(19);
        assertThat(histogram.quantile(1)).hasValue(20);
    }

    @Test
    void findsTheBucketAcrossGaps() {
        var histogram = new Histogram(List.of(10, 20, 60), List.of(5L, 0L, 5L));
        assertThat(histogram.quantile(0.5)).hasValue(10);
        assertThat(histogram.quantile(0.9)).hasValue(52);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.9, 0.99})
    void isWithinABucketOfTheQuantileOfTheValuesThemselves(double share) {
        int width = 25;
        int[] values = new Random(7)
                .ints(999, 1, 1000)
                .map(value -> value * value / 1000 + 1)
                .sorted()
                .toArray();
        List<Integer> ends =
                IntStream.rangeClosed(1, 40).map(i -> i * width).boxed().toList();
        List<Long> counts = ends.stream()
                .map(end -> IntStream.of(values)
                        .filter(value -> value <= end && value > end - width)
                        .count())
                .toList();
        int exact = values[(int) Math.ceil(share * values.length) - 1];
        assertThat(new Histogram(ends, counts).quantile(share).orElseThrow()).isCloseTo(exact, within((double) width));
    }

    @Test
    void refusesWhatIsNoHistogram() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(List.of(5), List.of()))
                .withMessageContaining("1 buckets have 0 counts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(List.of(5, 5), List.of(1L, 1L)))
                .withMessageContaining("up to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(List.of(5), List.of(-1L)))
                .withMessageContaining("negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(List.of(5), List.of(1L)).quantile(Double.NaN))
                .withMessageContaining("NaN");
    }
}
