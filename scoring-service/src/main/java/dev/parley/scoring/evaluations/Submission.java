package dev.parley.scoring.evaluations;

import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.id.UserId;
import java.time.Instant;

/** That a card is in, and nothing about it: everyone may know. */
public record Submission(UserId interviewerId, String digest, Instant submittedAt) {

    static Submission of(ScorecardSubmitted event) {
        return new Submission(event.interviewerId(), event.seal().digest(), event.occurredAt());
    }
}
