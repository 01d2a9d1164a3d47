package dev.parley.contracts;

import dev.parley.contracts.EvaluationEvent.Commitment;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;

/** A version of an event that is no longer written. It stays on the topics for ever and is read as today's version. */
public sealed interface FormerEvent {

    @Describe("when it happened in the world; imported history keeps its own times")
    Instant occurredAt();

    /** The same event as it is told today; pure, and never a refusal. */
    DomainEvent upcast();

    @EventType("scorecard.submitted.v1")
    @About(AggregateKind.EVALUATION)
    @Describe(
            value = "An interviewer submitted a scorecard, which is sealed from then on.",
            why = "The digest commits to the card without telling a rating. It did not say how it was made.")
    record ScorecardSubmittedV1(
            @Describe("the interview") SessionId sessionId,
            @Describe("whose card it is") UserId interviewerId,

            @Describe("SHA-256 over the salt and the card's canonical JSON, in hexadecimal")
            String digest,

            Instant occurredAt)
            implements FormerEvent {

        @Override
        public DomainEvent upcast() {
            return new ScorecardSubmitted(sessionId, interviewerId, Commitment.sha256(digest), occurredAt);
        }
    }
}
