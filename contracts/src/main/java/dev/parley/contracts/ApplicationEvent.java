package dev.parley.contracts;

import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import java.time.Instant;

/** What happens to a candidate's application for a position. Reasons stay in session-service. */
public sealed interface ApplicationEvent extends DomainEvent {

    ApplicationId applicationId();

    /** A candidate applied. */
    @EventType("application.opened.v1")
    record ApplicationOpened(
            ApplicationId applicationId,
            CandidateId candidateId,
            PositionId positionId,
            String timeZone,
            Stage stage,
            Instant occurredAt)
            implements ApplicationEvent {}

    /** The application went from one stage to another, forwards or back. */
    @EventType("application.moved.v1")
    record ApplicationMoved(ApplicationId applicationId, Stage from, Stage to, Instant occurredAt)
            implements ApplicationEvent {}

    /** The application ended in the given stage. */
    @EventType("application.closed.v1")
    record ApplicationClosed(ApplicationId applicationId, Stage stage, ApplicationOutcome outcome, Instant occurredAt)
            implements ApplicationEvent {}
}
