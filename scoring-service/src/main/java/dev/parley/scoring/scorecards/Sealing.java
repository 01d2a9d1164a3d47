package dev.parley.scoring.scorecards;

import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.Plan;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.scoring.evaluations.CandidateTexts;
import dev.parley.scoring.evaluations.Evaluation;
import dev.parley.scoring.scorecards.Scorecard.DraftRating;
import dev.parley.scoring.seals.CardContent;
import dev.parley.scoring.seals.SealedCard;
import dev.parley.scoring.seals.Sealer;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the sealed card out of a finished draft. */
@Component
class Sealing {

    private final Sealer sealer;

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    SealedCard of(Aggregate<Evaluation> evaluation, Scorecard card, CandidateTexts texts) {
        var plan = evaluation.state().pinned().plan();
        return sealer.seal(texts.key(), content(card, plan), EvidenceTexts.open(texts, card));
    }

    static CardContent content(Scorecard card, Plan plan) {
        List<ItemRating> ratings = plan.items()
                .map(item -> new ItemRating(
                        item.itemId(),
                        item.questionId(),
                        card.ratingOf(item.itemId()).map(DraftRating::rating).orElse(null)))
                .toList();
        return new CardContent(
                card.sessionId(),
                card.interviewerId(),
                Objects.requireNonNull(card.recommendation(), "a sealed card has a recommendation"),
                ratings,
                Objects.requireNonNull(card.sealedAt(), "only a sealed card is handed in"));
    }
}
