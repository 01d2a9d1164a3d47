package dev.parley.session.sessions;

import static dev.parley.session.sessions.SessionStatus.CANCELLED;
import static dev.parley.session.sessions.SessionStatus.COMPLETED;
import static dev.parley.session.sessions.SessionStatus.DECIDED;
import static dev.parley.session.sessions.SessionStatus.IN_PROGRESS;
import static dev.parley.session.sessions.SessionStatus.NO_SHOW;
import static dev.parley.session.sessions.SessionStatus.PAUSED;
import static dev.parley.session.sessions.SessionStatus.SCHEDULED;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.SessionEvent;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.SessionEvent.SessionDecided;
import dev.parley.contracts.SessionEvent.SessionNoShow;
import dev.parley.contracts.SessionEvent.SessionPaused;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import dev.parley.contracts.SessionEvent.SessionResumed;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.SessionEvent.SessionStarted;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import dev.parley.session.sessions.SessionCommand.CancelSession;
import dev.parley.session.sessions.SessionCommand.CompleteSession;
import dev.parley.session.sessions.SessionCommand.FollowDecision;
import dev.parley.session.sessions.SessionCommand.MarkNoShow;
import dev.parley.session.sessions.SessionCommand.PauseSession;
import dev.parley.session.sessions.SessionCommand.RescheduleSession;
import dev.parley.session.sessions.SessionCommand.ResumeSession;
import dev.parley.session.sessions.SessionCommand.ScheduleSession;
import dev.parley.session.sessions.SessionCommand.StartSession;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One interview of an application by a panel, with the kit it was planned from.
 *
 * @param scheduled what was planned, word for word
 * @param scheduledFor the time that holds now
 * @param sealedReason why it was cancelled, under the candidate's key
 */
public record Session(
        SessionScheduled scheduled,
        SessionStatus status,
        Instant scheduledFor,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable DecisionOutcome outcome,
        @Nullable String sealedReason) {

    public static Change<Session> decide(@Nullable Session state, SessionCommand command) {
        return switch (command) {
            case ScheduleSession c -> schedule(state, c);
            case RescheduleSession c ->
                existing(state, c)
                        .from(SCHEDULED)
                        .emit(new SessionRescheduled(c.sessionId(), c.scheduledFor(), c.at()));
            case StartSession c -> existing(state, c).from(SCHEDULED).emit(new SessionStarted(c.sessionId(), c.at()));
            case PauseSession c -> existing(state, c).from(IN_PROGRESS).emit(new SessionPaused(c.sessionId(), c.at()));
            case ResumeSession c -> existing(state, c).from(PAUSED).emit(new SessionResumed(c.sessionId(), c.at()));
            case CompleteSession c ->
                existing(state, c).from(IN_PROGRESS, PAUSED).complete(c);
            case MarkNoShow c -> existing(state, c).from(SCHEDULED).emit(new SessionNoShow(c.sessionId(), c.at()));
            case CancelSession c ->
                existing(state, c)
                        .from(SCHEDULED, IN_PROGRESS, PAUSED)
                        .emit(new SessionCancelled(c.sessionId(), c.at()))
                        .and(cancelled -> cancelled.because(c.sealedReason()));
            case FollowDecision c ->
                existing(state, c)
                        .from(COMPLETED, DECIDED)
                        .emit(new SessionDecided(c.sessionId(), c.outcome(), c.at()));
        };
    }

    static Session evolve(@Nullable Session state, DomainEvent event) {
        if (event instanceof SessionScheduled scheduled) {
            return new Session(scheduled, SCHEDULED, scheduled.scheduledFor(), null, null, null, null);
        }
        if (state == null || !(event instanceof SessionEvent happened)) {
            throw new IllegalStateException("no event of a session: " + event.getClass());
        }
        return switch (happened) {
            case SessionScheduled _ -> state;
            case SessionRescheduled e -> state.movedTo(e.scheduledFor());
            case SessionStarted e -> state.with(IN_PROGRESS, e.occurredAt(), null);
            case SessionPaused _ -> state.with(PAUSED, state.startedAt, null);
            case SessionResumed _ -> state.with(IN_PROGRESS, state.startedAt, null);
            case SessionCompleted e -> state.with(COMPLETED, state.startedAt, e.occurredAt());
            case SessionCancelled e -> state.with(CANCELLED, state.startedAt, e.occurredAt());
            case SessionNoShow e -> state.with(NO_SHOW, null, e.occurredAt());
            case SessionDecided e -> state.decided(e.outcome());
        };
    }

    /** Whether the other one was planned and held the same; what came after does not matter. */
    boolean isSameInterview(Session other) {
        return scheduled.equals(other.scheduled)
                && Objects.equals(startedAt, other.startedAt)
                && Objects.equals(endedAt, other.endedAt);
    }

    boolean hasOnPanel(UserId user) {
        return scheduled.panel().stream().anyMatch(member -> member.userId().equals(user));
    }

    private static Change<Session> schedule(@Nullable Session state, ScheduleSession c) {
        if (state != null) {
            throw new DomainException.Conflict("The session exists already: it is " + state.status + ".");
        }
        return Change.of(new SessionScheduled(
                c.sessionId(),
                c.applicationId(),
                c.candidateId(),
                c.positionId(),
                c.panel(),
                c.plan(),
                c.scheduledFor(),
                c.timeZone(),
                c.at()));
    }

    private Change<Session> complete(CompleteSession c) {
        List<UserId> panel = scheduled.panel().stream().map(PanelMember::userId).toList();
        Instant began = Objects.requireNonNull(startedAt, "only what was started is in progress or paused");
        return emit(new SessionCompleted(c.sessionId(), panel, began, c.at()));
    }

    private static Session existing(@Nullable Session state, SessionCommand command) {
        if (state == null) {
            throw new DomainException.NotFound("session", command.sessionId().value());
        }
        return state;
    }

    private Session from(SessionStatus... allowed) {
        if (!List.of(allowed).contains(status)) {
            String expected = Arrays.stream(allowed).map(Enum::name).collect(Collectors.joining(" or "));
            throw new DomainException.Conflict(
                    "The session is " + status + "; this is for one that is " + expected + ".");
        }
        return this;
    }

    private Change<Session> emit(SessionEvent event) {
        return Change.of(event);
    }

    private Session with(SessionStatus next, @Nullable Instant started, @Nullable Instant ended) {
        return new Session(scheduled, next, scheduledFor, started, ended, outcome, sealedReason);
    }

    private Session movedTo(Instant time) {
        return new Session(scheduled, status, time, startedAt, endedAt, outcome, sealedReason);
    }

    private Session decided(DecisionOutcome decision) {
        return new Session(scheduled, DECIDED, scheduledFor, startedAt, endedAt, decision, sealedReason);
    }

    private Session because(@Nullable String reason) {
        return new Session(scheduled, status, scheduledFor, startedAt, endedAt, outcome, reason);
    }
}
