package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import java.time.Instant;

/** What happens to a candidate's application for a position. Reasons stay in session-service. */
@About(AggregateKind.APPLICATION)
public sealed interface ApplicationEvent extends DomainEvent {

    @Describe("the application")
    ApplicationId applicationId();

    @EventType("application.opened.v1")
    @Describe(
            value = "A candidate applied for a position.",
            why = "The funnel begins here. A candidate has at most one open application for a position.")
    record ApplicationOpened(
            ApplicationId applicationId,
            @Describe("who applied") CandidateId candidateId,
            @Describe("for what") PositionId positionId,

            @Describe("IANA zone in which statistics count the days of this application")
            String timeZone,

            @Describe("where it starts") Stage stage,
            Instant occurredAt)
            implements ApplicationEvent {}

    @EventType("application.moved.v1")
    @Describe(
            value = "The application went from one stage to another, forwards or back.",
            why = "To keep another system's stage in step, and to count the funnel.")
    record ApplicationMoved(
            ApplicationId applicationId,
            @Describe("the stage it left") Stage from,
            @Describe("the stage it is in now") Stage to,
            Instant occurredAt)
            implements ApplicationEvent {}

    @EventType("application.closed.v1")
    @Describe(
            value = "The application ended; nothing more happens to it.",
            why = "Tells hired, rejected and withdrawn apart, and in which stage it ended.")
    record ApplicationClosed(
            ApplicationId applicationId,
            @Describe("the stage it ended in") Stage stage,
            ApplicationOutcome outcome,
            Instant occurredAt)
            implements ApplicationEvent {}
}
