package dev.parley.scoring.evaluations;

import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.id.ItemId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.scoring.evaluations.EvaluationView.CardView;
import dev.parley.scoring.evaluations.EvaluationView.DecisionView;
import dev.parley.scoring.evaluations.EvaluationView.ItemView;
import dev.parley.scoring.evaluations.EvaluationView.MemberView;
import dev.parley.scoring.evaluations.EvaluationView.RatingView;
import dev.parley.scoring.seals.CardContent;
import dev.parley.scoring.seals.SealedCard;
import dev.parley.scoring.seals.Sealer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows evaluations. */
@Component
class EvaluationViews {

    private final Sealer sealer;
    private final CandidateKeys keys;

    EvaluationViews(Sealer sealer, CandidateKeys keys) {
        this.sealer = sealer;
        this.keys = keys;
    }

    EvaluationView of(Aggregate<Evaluation> aggregate) {
        return aggregate.state().isRevealed() ? revealed(aggregate) : sealed(aggregate);
    }

    private static EvaluationView sealed(Aggregate<Evaluation> aggregate) {
        Evaluation state = aggregate.state();
        return new EvaluationView(
                aggregate.id(),
                aggregate.version(),
                state.phase(),
                panel(state),
                false,
                null,
                null,
                null,
                items(state, new Spreads(Map.of())),
                null,
                null);
    }

    private EvaluationView revealed(Aggregate<Evaluation> aggregate) {
        Evaluation state = aggregate.state();
        List<CardContent> contents =
                state.panelCards().stream().map(SealedCard::content).toList();
        Spreads spreads = Spreads.of(contents);
        CandidateTexts texts = keys.textsOf(aggregate);
        return new EvaluationView(
                aggregate.id(),
                aggregate.version(),
                state.phase(),
                panel(state),
                true,
                state.scoreMilli(),
                Score.of(state.pinned().plan(), contents).ratings(),
                state.panelCards().stream().map(card -> card(texts, card)).toList(),
                items(state, spreads),
                spreads.disagreements(),
                state.decisions().stream()
                        .map(decision -> decision(texts, decision))
                        .toList());
    }

    private static List<MemberView> panel(Evaluation state) {
        return state.panel().members().stream()
                .map(member -> {
                    Instant at = state.submissionOf(member.userId())
                            .map(Submission::submittedAt)
                            .orElse(null);
                    return new MemberView(member.userId(), at != null, at, member.isExcused());
                })
                .toList();
    }

    private static List<ItemView> items(Evaluation state, Spreads spreads) {
        return state.pinned()
                .plan()
                .items()
                .map(item -> new ItemView(
                        item.itemId(),
                        item.title(),
                        item.weight(),
                        item.competency(),
                        item.anchors(),
                        spreads.byItem().get(item.itemId())))
                .toList();
    }

    private CardView card(CandidateTexts texts, SealedCard card) {
        CardContent content = card.content();
        Map<ItemId, String> evidence = sealer.evidence(texts.key(), card);
        return new CardView(
                card.interviewerId(),
                content.recommendation(),
                content.submittedAt(),
                content.ratings().stream()
                        .map(rating -> rating(rating, evidence))
                        .toList());
    }

    private static RatingView rating(ItemRating rating, Map<ItemId, String> evidence) {
        return new RatingView(rating.itemId(), rating.questionId(), rating.rating(), evidence.get(rating.itemId()));
    }

    private static DecisionView decision(CandidateTexts texts, Decision decision) {
        return new DecisionView(
                decision.number(),
                decision.outcome(),
                decision.decidedBy(),
                decision.decidedAt(),
                texts.open(CandidateTexts.RATIONALE, decision.rationale()));
    }
}
