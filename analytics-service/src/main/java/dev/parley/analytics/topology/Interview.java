package dev.parley.analytics.topology;

import dev.parley.contracts.MalformedEventException;
import dev.parley.contracts.SessionEvent;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.SessionEvent.SessionDecided;
import dev.parley.contracts.SessionEvent.SessionNoShow;
import dev.parley.contracts.SessionEvent.SessionPaused;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import dev.parley.contracts.SessionEvent.SessionResumed;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.SessionEvent.SessionStarted;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.PositionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the events of {@code session/<id>} say. */
record Interview(
        KitId kit,
        PositionId position,
        ZoneId zone,
        Instant scheduledFor,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Milestone ending) {

    Interview {
        Objects.requireNonNull(kit);
        Objects.requireNonNull(position);
        Objects.requireNonNull(scheduledFor);
    }

    static Interview evolve(@Nullable Interview before, SessionEvent event) {
        if (event instanceof SessionScheduled e) {
            return new Interview(
                    e.plan().kitId(), e.positionId(), ZoneId.of(e.timeZone()), e.scheduledFor(), null, null, null);
        }
        if (before == null) {
            throw new MalformedEventException("the session was never scheduled");
        }
        return before.next(event);
    }

    private Interview next(SessionEvent event) {
        return switch (event) {
            case SessionRescheduled e ->
                new Interview(kit, position, zone, e.scheduledFor(), startedAt, completedAt, ending);
            case SessionStarted e -> new Interview(kit, position, zone, scheduledFor, e.occurredAt(), null, ending);
            case SessionCompleted e ->
                new Interview(kit, position, zone, scheduledFor, startedAt, e.occurredAt(), ending);
            case SessionCancelled _ -> ended(Milestone.CANCELLED);
            case SessionNoShow _ -> ended(Milestone.NO_SHOW);
            // the decision itself is counted from the evaluation, which knows it first
            case SessionScheduled _, SessionPaused _, SessionResumed _, SessionDecided _ -> this;
        };
    }

    private Interview ended(Milestone how) {
        return new Interview(kit, position, zone, scheduledFor, startedAt, completedAt, how);
    }
}
