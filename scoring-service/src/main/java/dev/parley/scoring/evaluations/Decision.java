package dev.parley.scoring.evaluations;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided.
 *
 * @param rationale encrypted; null only between the event and the private change that goes with it
 */
record Decision(
        int number,
        DecisionOutcome outcome,
        UserId decidedBy,
        Instant decidedAt,
        @Nullable String rationale) {

    static Decision of(DecisionRecorded event) {
        return new Decision(event.number(), event.outcome(), event.decidedBy(), event.occurredAt(), null);
    }

    Decision because(String text) {
        return new Decision(number, outcome, decidedBy, decidedAt, text);
    }
}
