package dev.parley.scoring.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Plan;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.Cards;
import dev.parley.scoring.seals.CardContent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of the plan: 3, 2, 1. */
class ScoreTests {

    private final AnInterview interview = AnInterview.withPanelOf(3);
    private final Plan plan = interview.plan();

    private List<CardContent> cards(String... ratings) {
        return Arrays.stream(ratings)
                .map(card -> Cards.content(interview, interview.member(0), card, Cards.SUBMITTED))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "5 5 5, 5000, 3",
        "1 1 1, 1000, 3",
        "4 3 2, 3333, 3", // 20/6
        "5 4 2, 4167, 3", // 25/6 = 4166.67
        "4 - 2, 3500, 2", // 14/4
        "- - 2, 2000, 1",
        "2 3 -, 2400, 2", // 12/5
    })
    void weighsWhatIsRated(String ratings, int milli, int count) {
        assertThat(Score.of(plan, cards(ratings))).isEqualTo(new Score(milli, count));
    }

    @Test
    void poolsTheCards() {
        // (12 + 4) + (6 + 6 + 5) over (3 + 1) + 6
        assertThat(Score.of(plan, cards("4 - 4", "2 3 5"))).isEqualTo(new Score(3300, 5));
    }

    @Test
    void roundsHalfUp() {
        // sixteen ratings of weight 1, fifteen of them 1 and one 2: 17/16 = 1062.5
        String[] ratings = new String[16];
        Arrays.fill(ratings, "- - 1");
        ratings[0] = "- - 2";

        assertThat(Score.of(plan, cards(ratings))).isEqualTo(new Score(1063, 16));
    }

    @Test
    void isAbsentWhenNothingIsRated() {
        assertThat(Score.of(plan, cards("- - -"))).isEqualTo(new Score(null, 0));
        assertThat(Score.of(plan, List.of())).isEqualTo(new Score(null, 0));
    }

    @Test
    void spreadNeedsTwoRatings() {
        Spreads spreads = Spreads.of(cards("4 - 1", "2 3 5", "3 - 1"));

        assertThat(spreads.byItem()).containsOnlyKeys(interview.item(0), interview.item(2));
        assertThat(spreads.byItem()).containsEntry(interview.item(0), 2).containsEntry(interview.item(2), 4);
    }

    @Test
    void disagreementsBeginWithTheWidestAndLeaveOutAgreement() {
        assertThat(Spreads.of(cards("4 3 1", "2 3 5")).disagreements())
                .containsExactly(interview.item(2), interview.item(0));
        assertThat(Spreads.of(cards("4 3 1", "2 1 5")).disagreements())
                .containsExactly(interview.item(2), interview.item(0), interview.item(1));
    }
}
