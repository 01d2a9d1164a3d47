package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.describe.Range;
import dev.parley.contracts.id.ItemId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What happens to the evaluation of one session. Its id is the session's id. */
@About(AggregateKind.EVALUATION)
public sealed interface EvaluationEvent extends DomainEvent {

    @Describe("the interview, and so its evaluation")
    SessionId sessionId();

    @EventType("evaluation.opened.v1")
    @Describe(
            value = "An interview was planned, and its evaluation waits for scorecards.",
            why = "The first event of the evaluation; all of its history follows it.")
    record EvaluationOpened(SessionId sessionId, Instant occurredAt) implements EvaluationEvent {}

    @EventType("scorecard.submitted.v2")
    @Describe(
            value = "An interviewer submitted a scorecard, which is sealed from then on.",
            why = "To see who is in and who is late. It commits to the card without telling a rating; what was"
                    + " sealed can be checked after the reveal.")
    record ScorecardSubmitted(
            SessionId sessionId,
            @Describe("whose card it is") UserId interviewerId,
            Commitment seal,
            Instant occurredAt)
            implements EvaluationEvent {}

    @Describe("a commitment to a card that tells nothing about it")
    record Commitment(
            @Describe("how the digest is made; `sha-256` is SHA-256 over the salt's bytes followed by the card as"
                    + " canonical JSON (RFC 8785). Who does not know the name cannot check the seal")
            String algorithm,

            @Describe("the digest, in hexadecimal") String digest) {

        public static Commitment sha256(String digest) {
            return new Commitment("sha-256", digest);
        }
    }

    @EventType("evaluation.frozen.v1")
    @Describe(
            value = "The interview is over, and who owes a scorecard is final.",
            why = "Later changes of the panel matter no more; the reveal waits for exactly these people.")
    record EvaluationFrozen(
            SessionId sessionId,
            @Describe("who owes a scorecard") List<UserId> panel,
            Instant occurredAt) implements EvaluationEvent {
        public EvaluationFrozen {
            panel = List.copyOf(panel);
        }
    }

    @EventType("evaluation.excused.v1")
    @Describe(
            value = "A member of the panel no longer owes a scorecard.",
            why = "The reveal does not wait for this person. The reason stays in scoring-service.")
    record PanelMemberExcused(
            SessionId sessionId, @Describe("who is excused") UserId interviewerId, Instant occurredAt)
            implements EvaluationEvent {}

    @EventType("evaluation.revealed.v1")
    @Describe(
            value = "The last scorecard that was owed is in, and all of them are open to those who may see them.",
            why = "The only event with ratings. With the salts, the digests published before can be checked.")
    record EvaluationRevealed(
            SessionId sessionId,
            @Describe("every submitted card") List<RevealedCard> cards,

            @Describe("sum of weight times rating over the sum of the weights of what was rated, in thousandths of a"
                    + " rating point; absent when nothing was rated")
            @Range(min = 1000, max = 5000)
            @Nullable
            Integer scoreMilli,

            Instant occurredAt)
            implements EvaluationEvent {
        public EvaluationRevealed {
            cards = List.copyOf(cards);
        }
    }

    @Describe("one card after the reveal")
    record RevealedCard(
            @Describe("whose card it is") UserId interviewerId,
            Recommendation recommendation,

            @Describe("one for each item of the plan, in its order")
            List<ItemRating> ratings,

            @Describe("what was hashed before the card, in hexadecimal")
            String salt,

            @Describe("the digest that was published with the submission")
            String digest,

            @Describe("when it was submitted") Instant submittedAt) {
        public RevealedCard {
            ratings = List.copyOf(ratings);
        }
    }

    @Describe("what one interviewer gave for one item")
    record ItemRating(
            @Describe("the item of the plan") ItemId itemId,
            @Describe("the question it asks") QuestionId questionId,

            @Describe("by the item's anchors; absent when it was not asked or cannot be rated")
            @Range(min = 1, max = 5)
            @Nullable
            Integer rating) {

        public OptionalInt value() {
            return rating == null ? OptionalInt.empty() : OptionalInt.of(rating);
        }
    }

    @EventType("decision.recorded.v1")
    @Describe(
            value = "A person decided after the reveal, or decided anew.",
            why = "The last one is in force. The rationale stays in scoring-service.")
    record DecisionRecorded(
            SessionId sessionId,

            @Describe("1 for the first decision; a reversal is a further decision with the next number") @Range(min = 1)
            int number,

            DecisionOutcome outcome,
            @Describe("who decided") UserId decidedBy,
            Instant occurredAt)
            implements EvaluationEvent {}
}
