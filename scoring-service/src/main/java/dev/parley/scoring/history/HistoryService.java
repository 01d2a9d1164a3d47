package dev.parley.scoring.history;

import dev.parley.contracts.EvaluationEvent.ItemRating;
import dev.parley.contracts.id.ItemId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.scoring.evaluations.CandidateKeys;
import dev.parley.scoring.evaluations.CandidateTexts;
import dev.parley.scoring.evaluations.Evaluation;
import dev.parley.scoring.evaluations.EvaluationCommand.ImportHistory;
import dev.parley.scoring.evaluations.EvaluationCommand.RecordDecision;
import dev.parley.scoring.evaluations.EvaluationService;
import dev.parley.scoring.history.ImportedEvaluation.ImportedCard;
import dev.parley.scoring.history.ImportedEvaluation.ImportedDecision;
import dev.parley.scoring.history.ImportedEvaluation.ImportedRating;
import dev.parley.scoring.seals.CardContent;
import dev.parley.scoring.seals.SealedCard;
import dev.parley.scoring.seals.Sealer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a past interview's cards and decision in, in one write, once its end has arrived as an event. */
@Service
class HistoryService {

    private final EvaluationService evaluations;
    private final Sealer sealer;
    private final CandidateKeys keys;

    HistoryService(EvaluationService evaluations, Sealer sealer, CandidateKeys keys) {
        this.evaluations = evaluations;
        this.sealer = sealer;
        this.keys = keys;
    }

    /** Done before: the answer is the same, and nothing changes. */
    Receipt take(Origin origin, ImportedEvaluation history) {
        var session = history.sessionId();
        var evaluation = evaluations.getWhen(origin.organizationId(), session, Evaluation::isOver);
        if (!evaluation.state().hasHistory()) {
            ImportChecks.check(history, evaluation.state());
            evaluations.carryOut(origin, session, command(evaluation, history));
        }
        var after = evaluations.get(origin.organizationId(), session);
        return new Receipt(after.id(), after.version(), 200);
    }

    private ImportHistory command(Aggregate<Evaluation> evaluation, ImportedEvaluation history) {
        CandidateTexts texts = keys.textsOf(evaluation);
        List<SealedCard> cards = history.scorecards().stream()
                .map(card -> seal(evaluation, card, texts))
                .toList();
        return new ImportHistory(cards, decision(history.decision(), texts));
    }

    private SealedCard seal(Aggregate<Evaluation> evaluation, ImportedCard card, CandidateTexts texts) {
        var interview = evaluation.state().pinned();
        Map<ItemId, ImportedRating> ratings =
                card.ratings().stream().collect(Collectors.toMap(ImportedRating::itemId, Function.identity()));
        List<ItemRating> inOrder = interview
                .plan()
                .items()
                .map(item -> new ItemRating(item.itemId(), item.questionId(), ratingIn(ratings, item.itemId())))
                .toList();
        Map<ItemId, String> evidence = card.ratings().stream()
                .filter(rating ->
                        rating.evidence() != null && !rating.evidence().isBlank())
                .collect(Collectors.toMap(ImportedRating::itemId, rating -> String.valueOf(rating.evidence())));
        var content = new CardContent(
                evaluation.state().sessionId(),
                card.interviewerId(),
                card.recommendation(),
                inOrder,
                card.submittedAt());
        return sealer.seal(texts.key(), content, evidence);
    }

    private static @Nullable Integer ratingIn(Map<ItemId, ImportedRating> ratings, ItemId item) {
        ImportedRating rating = ratings.get(item);
        return rating == null ? null : rating.rating();
    }

    private static @Nullable RecordDecision decision(@Nullable ImportedDecision decision, CandidateTexts texts) {
        if (decision == null) {
            return null;
        }
        String rationale = texts.close(CandidateTexts.RATIONALE, decision.rationale());
        return new RecordDecision(decision.outcome(), decision.decidedBy(), rationale, decision.decidedAt());
    }
}
