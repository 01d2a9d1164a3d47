package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import java.time.Instant;

/**
 * Something that happened to one aggregate. Events hold our own ids, figures and catalog text; never names, addresses,
 * external ids or free text about people.
 */
public sealed interface DomainEvent
        permits QuestionEvent,
                KitEvent,
                PackEvent,
                CandidateEvent,
                PositionEvent,
                ApplicationEvent,
                SessionEvent,
                EvaluationEvent,
                IdentityEvent,
                UnknownEvent {

    @Describe("when it happened in the world; imported history keeps its own times")
    Instant occurredAt();
}
