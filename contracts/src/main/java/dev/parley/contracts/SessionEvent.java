package dev.parley.contracts;

import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.List;

/** What happens to one interview of an application by a panel. */
public sealed interface SessionEvent extends DomainEvent {

    SessionId sessionId();

    /** A member of the panel; exactly one of them leads. */
    record PanelMember(UserId userId, boolean lead) {}

    /** The interview is planned: who, what, when; position and time zone are pinned here for all statistics. */
    @EventType("session.scheduled.v1")
    record SessionScheduled(
            SessionId sessionId,
            ApplicationId applicationId,
            CandidateId candidateId,
            PositionId positionId,
            List<PanelMember> panel,
            Plan plan,
            Instant scheduledFor,
            String timeZone,
            Instant occurredAt)
            implements SessionEvent {
        public SessionScheduled {
            panel = List.copyOf(panel);
        }
    }

    /** The interview takes place at another time. */
    @EventType("session.rescheduled.v1")
    record SessionRescheduled(SessionId sessionId, Instant scheduledFor, Instant occurredAt) implements SessionEvent {}

    /** The panel began. */
    @EventType("session.started.v1")
    record SessionStarted(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    /** The panel interrupted the interview. */
    @EventType("session.paused.v1")
    record SessionPaused(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    /** The panel went on. */
    @EventType("session.resumed.v1")
    record SessionResumed(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    /** The interview is over; the panel named here is the one that owes scorecards. */
    @EventType("session.completed.v1")
    record SessionCompleted(SessionId sessionId, List<UserId> panel, Instant startedAt, Instant occurredAt)
            implements SessionEvent {
        public SessionCompleted {
            panel = List.copyOf(panel);
        }
    }

    /** The interview will not take place. */
    @EventType("session.cancelled.v1")
    record SessionCancelled(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    /** The candidate did not come. */
    @EventType("session.no-show.v1")
    record SessionNoShow(SessionId sessionId, Instant occurredAt) implements SessionEvent {}

    /** A decision was recorded for the interview. */
    @EventType("session.decided.v1")
    record SessionDecided(SessionId sessionId, DecisionOutcome outcome, Instant occurredAt) implements SessionEvent {}
}
