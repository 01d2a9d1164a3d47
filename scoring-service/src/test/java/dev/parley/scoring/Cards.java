package dev.parley.scoring;

import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.Plan;
import dev.parley.contracts.Recommendation;
import dev.parley.contracts.id.UserId;
import dev.parley.scoring.seals.CardContent;
import dev.parley.scoring.seals.Seal;
import dev.parley.scoring.seals.SealedCard;
import dev.parley.scoring.seals.SealedEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards for tests: ratings as text, in the order of the plan, a dash where a question was not asked. */
public final class Cards {

    public static final Instant SUBMITTED = AnInterview.STARTED.plusSeconds(1800);

    private Cards() {}

    public static CardContent content(AnInterview interview, UserId author, String ratings, Instant at) {
        List<Plan.Item> items = interview.plan().items().toList();
        String[] each = ratings.split(" ");
        List<ItemRating> rated = new ArrayList<>();
        for (int index = 0; index < each.length; index++) {
            rated.add(new ItemRating(items.get(index).itemId(), items.get(index).questionId(), number(each[index])));
        }
        return new CardContent(interview.session(), author, Recommendation.YES, rated, at);
    }

    public static SealedCard sealed(AnInterview interview, UserId author, String ratings, Instant at) {
        String canonical = content(interview, author, ratings, at).canonical();
        return new SealedCard(
                author,
                canonical,
                Seal.of(new byte[32], canonical),
                new SealedEvidence("ciphertext", "ciphertext", "evidence digest"));
    }

    public static SealedCard sealed(AnInterview interview, int member, String ratings) {
        return sealed(interview, interview.member(member), ratings, SUBMITTED);
    }

    private static @Nullable Integer number(String rating) {
        return rating.equals("-") ? null : Integer.valueOf(rating);
    }
}
