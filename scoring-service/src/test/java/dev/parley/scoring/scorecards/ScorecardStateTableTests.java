package dev.parley.scoring.scorecards;

import dev.parley.contracts.Recommendation;
import dev.parley.platform.aggregate.Change;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.scorecards.Scorecard.DraftRating;
import dev.parley.scoring.scorecards.Scorecard.Rate;
import dev.parley.scoring.scorecards.Scorecard.Recommend;
import dev.parley.testkit.StateTable;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A card as its author writes it, from one tab. */
class ScorecardStateTableTests {

    private interface Asked extends UnaryOperator<Scorecard> {}

    private final AnInterview interview = AnInterview.withPanelOf(1);
    private final Scorecard blank = Scorecard.blank(interview.session(), interview.member(0));
    private final Scorecard rated = blank.merge(rate(0, 1)).merge(rate(1, 2)).merge(rate(2, 3));
    private final Scorecard complete = rated.merge(new Recommend(Recommendation.YES, new Stamp("tab", 4)));

    private Rate rate(int item, long counter) {
        return new Rate(new DraftRating(interview.item(item), 3, null), new Stamp("tab", counter));
    }

    @Test
    void everyCellIsAsApproved() {
        StateTable.<Scorecard, Asked>of("scorecard", ScorecardStateTableTests::apply)
                .state("blank", blank)
                .state("rated, no recommendation", rated)
                .state("complete", complete)
                .state("sealed", complete.seal(interview.plan(), AnInterview.COMPLETED))
                .command("rate", card -> card.merge(rate(0, 9)))
                .command("rate, overtaken", card -> card.merge(rate(0, 1)))
                .command("recommend", card -> card.merge(new Recommend(Recommendation.NO, new Stamp("tab", 9))))
                .command("seal", card -> card.seal(interview.plan(), AnInterview.COMPLETED))
                .matches();
    }

    private static Change<Scorecard> apply(@Nullable Scorecard card, Asked asked) {
        Scorecard next = asked.apply(Objects.requireNonNull(card));
        return Change.privately(_ -> next);
    }
}
