package dev.parley.scoring.scorecards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.Recommendation;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.scorecards.Scorecard.DraftRating;
import dev.parley.scoring.scorecards.Scorecard.Edit;
import dev.parley.scoring.scorecards.Scorecard.Rate;
import dev.parley.scoring.scorecards.Scorecard.Recommend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorecardTests {

    private final AnInterview interview = AnInterview.withPanelOf(1);
    private final Scorecard blank = Scorecard.blank(interview.session(), interview.member(0));

    private Rate rate(int item, @Nullable Integer rating, String client, long counter) {
        return new Rate(new DraftRating(interview.item(item), rating, null), new Stamp(client, counter));
    }

    private static Recommend recommend(Recommendation advice, String client, long counter) {
        return new Recommend(advice, new Stamp(client, counter));
    }

    private Scorecard complete() {
        return blank.merge(rate(0, 4, "tab", 1))
                .merge(rate(1, null, "tab", 2))
                .merge(rate(2, 3, "tab", 3))
                .merge(recommend(Recommendation.YES, "tab", 4));
    }

    @Test
    void overtakenEditChangesNothing() {
        Scorecard card = blank.merge(rate(0, 4, "tab", 7));

        assertThat(card.merge(rate(0, 1, "tab", 6))).isSameAs(card);
        assertThat(card.merge(rate(0, 1, "tab", 7))).isSameAs(card);
        assertThat(card.merge(rate(0, 1, "tab", 8)).ratings().getFirst().rating())
                .isEqualTo(1);
    }

    @Test
    void lateEditOfAnotherQuestionIsNotLost() {
        Scorecard card = blank.merge(rate(0, 4, "tab", 7)).merge(rate(1, 2, "tab", 3));

        assertThat(card.ratings()).hasSize(2);
    }

    @Test
    void clientsDoNotOvertakeEachOther() {
        Scorecard card = blank.merge(rate(0, 4, "desk", 7)).merge(rate(0, 2, "phone", 1));

        assertThat(card.ratings().getFirst().rating()).isEqualTo(2);
    }

    @Test
    void oneClientsEditsLeadToTheSameCardInAnyOrder() {
        List<Edit> edits = new ArrayList<>(IntStream.rangeClosed(1, 40)
                .<Edit>mapToObj(counter -> counter % 4 == 3
                        ? recommend(Recommendation.values()[counter % 5], "tab", counter)
                        : rate(counter % 4, counter % 5 + 1, "tab", counter))
                .toList());
        Scorecard expected = edits.stream().reduce(blank, Scorecard::merge, (a, _) -> a);

        for (int seed = 0; seed < 100; seed++) {
            Collections.shuffle(edits, new Random(seed));
            Scorecard actual = edits.stream().reduce(blank, Scorecard::merge, (a, _) -> a);
            assertThat(actual.ratings()).containsExactlyInAnyOrderElementsOf(expected.ratings());
            assertThat(actual.recommendation()).isEqualTo(expected.recommendation());
        }
    }

    @Test
    void forgetsClientsLongSilentButNotTheLatest() {
        Scorecard card = blank;
        for (int client = 0; client < 40; client++) {
            card = card.merge(rate(0, 3, "tab" + client, 1));
        }

        assertThat(card.ticks().last()).hasSize(16);
        assertThat(card.isNews(rate(0, 3, "tab39", 1))).isFalse();
    }

    @Test
    void sealNamesWhatIsMissing() {
        Scorecard card = blank.merge(rate(1, null, "tab", 1));

        assertThatThrownBy(() -> card.seal(interview.plan(), AnInterview.COMPLETED))
                .asInstanceOf(InstanceOfAssertFactories.type(DomainException.Invalid.class))
                .extracting(DomainException.Invalid::errors)
                .asInstanceOf(InstanceOfAssertFactories.list(FieldError.class))
                .extracting(FieldError::pointer)
                .containsExactly("/ratings/" + interview.item(0), "/ratings/" + interview.item(2), "/recommendation");
    }

    @Test
    void sealedCardKeepsItsTimeAndTakesNoEdits() {
        Scorecard sealed = complete().seal(interview.plan(), AnInterview.COMPLETED);

        assertThat(sealed.seal(interview.plan(), AnInterview.COMPLETED.plusSeconds(9)))
                .isSameAs(sealed);
        assertThatThrownBy(() -> sealed.merge(rate(0, 5, "tab", 99))).isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void contentIsInTheOrderOfThePlan() {
        Scorecard card = blank.merge(rate(2, 5, "tab", 1))
                .merge(rate(0, 4, "tab", 2))
                .merge(rate(1, null, "tab", 3))
                .merge(recommend(Recommendation.NO, "tab", 4))
                .seal(interview.plan(), AnInterview.COMPLETED);

        assertThat(Sealing.content(card, interview.plan()).ratings())
                .extracting(rating -> rating.value().orElse(0))
                .containsExactly(4, 0, 5);
    }
}
