package dev.parley.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTests {

    @Test
    void sidesTakeTurnsAndTheFirstOfEachOnlyWarmsUp() throws Exception {
        List<String> turns = new ArrayList<>();

        var rounds = Rounds.inTurn(
                2,
                () -> {
                    turns.add("platform");
                    return turns.size();
                },
                () -> {
                    turns.add("bare");
                    return turns.size();
                });

        assertThat(turns).containsExactly("platform", "bare", "platform", "bare", "platform", "bare");
        assertThat(rounds.platform()).containsExactly(3, 5);
        assertThat(rounds.bare()).containsExactly(4, 6);
    }

    @Test
    void ratioIsTheMedianOfTheRoundsNotTheRatioOfTheMedians() {
        var rounds = new Rounds(new double[] {10, 60, 30}, new double[] {20, 80, 100});

        assertThat(rounds.ratio()).isEqualTo(0.5);
        assertThat(rounds.lowestRatio()).isEqualTo(0.3);
        assertThat(rounds.highestRatio()).isEqualTo(0.75);
        assertThat(rounds.platformMedian()).isEqualTo(30);
        assertThat(rounds.bareMedian()).isEqualTo(80);
    }

    @Test
    void missedBarIsSaidPlainly() {
        var half = new Rounds(new double[] {50}, new double[] {100});

        assertThat(Figure.share("publishing", half, 0.6).line()).contains("50% (50–50)", "≥ 60%", "MISSED");
        assertThat(Figure.share("publishing", half, 0.5).line()).contains("met").doesNotContain("MISSED");
        assertThat(Figure.atMost("p99", 61, 30, 60).line())
                .contains("61.0 ms", "30.0 ms", "× 2.0", "≤ 60 ms", "MISSED");
        assertThat(Figure.told("waiting", "17").line()).endsWith("17");
    }
}
