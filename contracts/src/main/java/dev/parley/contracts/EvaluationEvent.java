package dev.parley.contracts;

import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What happens to the evaluation of one session. Its id is the session's id. */
public sealed interface EvaluationEvent extends DomainEvent {

    SessionId sessionId();

    /** The evaluation is open for scorecards. */
    @EventType("evaluation.opened.v1")
    record EvaluationOpened(SessionId sessionId, Instant occurredAt) implements EvaluationEvent {}

    /** One interviewer's card is sealed: the digest commits to it without telling a rating. */
    @EventType("scorecard.submitted.v1")
    record ScorecardSubmitted(SessionId sessionId, UserId interviewerId, String digest, Instant occurredAt)
            implements EvaluationEvent {}

    /** The panel that owes scorecards is final. */
    @EventType("evaluation.frozen.v1")
    record EvaluationFrozen(SessionId sessionId, List<UserId> panel, Instant occurredAt) implements EvaluationEvent {
        public EvaluationFrozen {
            panel = List.copyOf(panel);
        }
    }

    /** A member of the panel no longer owes a scorecard. */
    @EventType("evaluation.excused.v1")
    record PanelMemberExcused(SessionId sessionId, UserId interviewerId, Instant occurredAt)
            implements EvaluationEvent {}

    /**
     * All cards are in: what everyone rated.
     *
     * @param scoreMilli raw weighted score in thousandths of a rating point, 1000 to 5000; null when nothing was rated
     */
    @EventType("evaluation.revealed.v1")
    record EvaluationRevealed(
            SessionId sessionId,
            List<RevealedCard> cards,
            @Nullable Integer scoreMilli,
            Instant occurredAt) implements EvaluationEvent {
        public EvaluationRevealed {
            cards = List.copyOf(cards);
        }
    }

    /** One card after the reveal; with its salt, the digest published at submission can be checked. */
    record RevealedCard(
            UserId interviewerId,
            Recommendation recommendation,
            List<ItemRating> ratings,
            String salt,
            String digest,
            Instant submittedAt) {
        public RevealedCard {
            ratings = List.copyOf(ratings);
        }
    }

    /**
     * One rating.
     *
     * @param rating 1 to 5, or null for "not asked, or cannot be rated"
     */
    record ItemRating(
            ItemId itemId, QuestionId questionId, @Nullable Integer rating) {

        public OptionalInt value() {
            return rating == null ? OptionalInt.empty() : OptionalInt.of(rating);
        }
    }

    /**
     * A person decided; the rationale stays in scoring-service.
     *
     * @param number 1 for the first decision; a reversal is a further decision with the next number
     */
    @EventType("decision.recorded.v1")
    record DecisionRecorded(
            SessionId sessionId, int number, DecisionOutcome outcome, UserId decidedBy, Instant occurredAt)
            implements EvaluationEvent {}
}
