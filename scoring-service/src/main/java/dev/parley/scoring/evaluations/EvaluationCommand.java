package dev.parley.scoring.evaluations;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.id.UserId;
import dev.parley.scoring.seals.SealedCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an evaluation. Texts about people arrive encrypted, randomness and time inside the command. */
public sealed interface EvaluationCommand {

    /** Hand in a sealed card; it says itself when. */
    record SubmitScorecard(SealedCard card) implements EvaluationCommand {}

    /** Let a member of the panel off. */
    record ExcuseMember(UserId interviewerId, String reason, Instant at) implements EvaluationCommand {}

    /** Decide, or decide anew. */
    record RecordDecision(DecisionOutcome outcome, UserId decidedBy, String rationale, Instant at)
            implements EvaluationCommand {}

    /** Take in, as one, what happened before Parley was in use. */
    record ImportHistory(List<SealedCard> cards, @Nullable RecordDecision decision) implements EvaluationCommand {
        public ImportHistory {
            cards = List.copyOf(cards);
        }
    }
}
