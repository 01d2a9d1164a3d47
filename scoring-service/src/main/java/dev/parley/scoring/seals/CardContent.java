package dev.parley.scoring.seals;

import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.EvaluationEvent.RevealedCard;
import dev.parley.contracts.Recommendation;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;

/**
 * What a submitted card says and its digest commits to.
 *
 * @param ratings one for each item, in the order of the plan
 */
public record CardContent(
        SessionId sessionId,
        UserId interviewerId,
        Recommendation recommendation,
        List<ItemRating> ratings,
        Instant submittedAt) {

    public CardContent {
        ratings = List.copyOf(ratings);
    }

    /** The content of a card as its reveal told it: everything needed to check the digest is in the event. */
    public static CardContent of(SessionId sessionId, RevealedCard card) {
        return new CardContent(
                sessionId, card.interviewerId(), card.recommendation(), card.ratings(), card.submittedAt());
    }

    static CardContent parse(String canonical) {
        return ContractsJson.events().readValue(canonical, CardContent.class);
    }

    /** The bytes that are sealed, as text: the fields above as in events (no rating is no member), by RFC 8785. */
    public String canonical() {
        return CanonicalJson.of(ContractsJson.events().valueToTree(this));
    }
}
