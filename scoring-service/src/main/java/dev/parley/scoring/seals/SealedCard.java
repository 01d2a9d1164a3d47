package dev.parley.scoring.seals;

import dev.parley.contracts.EvaluationEvent.RevealedCard;
import dev.parley.contracts.id.UserId;

/**
 * A submitted card as it is kept; nobody but its author sees any of it before the reveal.
 *
 * @param canonical the sealed bytes as text; see {@link CardContent#canonical()}
 */
public record SealedCard(UserId interviewerId, String canonical, Seal seal, SealedEvidence evidence) {

    public CardContent content() {
        return CardContent.parse(canonical);
    }

    /** As everyone gets it with the reveal. */
    public RevealedCard revealed() {
        CardContent content = content();
        return new RevealedCard(
                interviewerId,
                content.recommendation(),
                content.ratings(),
                seal.salt(),
                seal.digest(),
                content.submittedAt());
    }
}
