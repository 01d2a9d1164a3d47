package dev.parley.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTests {

    private static final double[] HUNDRED =
            IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();

    @Test
    void percentileIsTheSmallestValueThatTheShareDoesNotExceed() {
        assertThat(Statistics.percentile(HUNDRED, 0.99)).isEqualTo(99);
        assertThat(Statistics.percentile(HUNDRED, 0.991)).isEqualTo(100);
        assertThat(Statistics.percentile(HUNDRED, 0.5)).isEqualTo(50);
        assertThat(Statistics.percentile(HUNDRED, 1)).isEqualTo(100);
        assertThat(Statistics.percentile(new double[] {7}, 0.01)).isEqualTo(7);
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddle() {
        assertThat(Statistics.median(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(Statistics.median(new double[] {9, 1, 5, 3})).isEqualTo(4);
    }

    @Test
    void thereIsNothingToSayAboutNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.median(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.percentile(new double[0], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.percentile(HUNDRED, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.percentile(HUNDRED, 1.01));
    }

    @Test
    void valuesKeepTheirOrder() {
        double[] values = {3, 1, 2};
        Statistics.median(values);
        Statistics.percentile(values, 0.5);
        assertThat(values).containsExactly(3, 1, 2);
    }
}
