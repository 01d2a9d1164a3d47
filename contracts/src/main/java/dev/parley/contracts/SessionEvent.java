package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;

/** What happens to one interview of an application by a panel. */
@About(AggregateKind.SESSION)
public sealed interface SessionEvent extends DomainEvent {

    @Describe("the interview")
    SessionId sessionId();

    @Describe("a member of the panel; exactly one of them leads")
    record PanelMember(
            @Describe("the interviewer") UserId userId,
            @Describe("whether this one leads") boolean lead) {}

    @EventType("session.scheduled.v1")
    @Describe(
            value = "An interview is planned: for whom, by whom, with which questions, when.",
            why = "All that follows about the interview builds on it; kit version, position and time zone are pinned"
                    + " here for good.")
    record SessionScheduled(
            SessionId sessionId,

            @Describe("of which application the interview is a part")
            ApplicationId applicationId,

            @Describe("who is interviewed") CandidateId candidateId,
            @Describe("the position the application is for") PositionId positionId,
            @Describe("who interviews") List<PanelMember> panel,
            Plan plan,
            @Describe("when it is to begin") Instant scheduledFor,

            @Describe("IANA zone in which statistics count the interview's days")
            String timeZone,

            Instant occurredAt)
            implements SessionEvent {
        public SessionScheduled {
            panel = List.copyOf(panel);
        }
    }

    @EventType("session.rescheduled.v1")
    @Describe(value = "The interview takes place at another time; all else stays.", why = "To move it in calendars.")
    record SessionRescheduled(
            SessionId sessionId,
            @Describe("when it is to begin now") Instant scheduledFor,
            Instant occurredAt) implements SessionEvent {}

    @EventType("session.started.v1")
    @Describe(value = "The panel began the interview.", why = "From now on interviewers fill in their scorecards.")
    record SessionStarted(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    @EventType("session.paused.v1")
    @Describe(
            value = "The panel interrupted the interview.",
            why = "Who shows a running clock stops it. It may go on, be completed or be cancelled from here.")
    record SessionPaused(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    @EventType("session.resumed.v1")
    @Describe(value = "The panel went on after an interruption.", why = "Ends what `session.paused` began.")
    record SessionResumed(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    @EventType("session.completed.v1")
    @Describe(
            value = "The interview is over.",
            why = "The panel named here is final: each of them owes a scorecard unless excused.")
    record SessionCompleted(
            SessionId sessionId,
            @Describe("who owes a scorecard") List<UserId> panel,
            @Describe("when the panel began") Instant startedAt,
            Instant occurredAt)
            implements SessionEvent {
        public SessionCompleted {
            panel = List.copyOf(panel);
        }
    }

    @EventType("session.cancelled.v1")
    @Describe(
            value = "The interview will not take place, or was broken off.",
            why = "Nobody owes a scorecard any more. The reason is read through the API.")
    record SessionCancelled(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    @EventType("session.no-show.v1")
    @Describe(value = "The candidate did not come.", why = "Counted apart from cancelled interviews.")
    record SessionNoShow(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    @EventType("session.decided.v1")
    @Describe(
            value = "The interview took over a decision that was recorded in its evaluation.",
            why = "The interview's own history ends with what came of it; it comes again when a decision is reversed.")
    record SessionDecided(SessionId sessionId, DecisionOutcome outcome, Instant occurredAt) implements SessionEvent {}
}
