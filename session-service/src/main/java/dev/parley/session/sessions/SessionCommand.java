package dev.parley.session.sessions;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a session; {@code at} is when it happens. */
public sealed interface SessionCommand {

    SessionId sessionId();

    Instant at();

    record ScheduleSession(
            SessionId sessionId,
            ApplicationId applicationId,
            CandidateId candidateId,
            PositionId positionId,
            List<PanelMember> panel,
            Plan plan,
            Instant scheduledFor,
            String timeZone,
            Instant at)
            implements SessionCommand {}

    record RescheduleSession(SessionId sessionId, Instant scheduledFor, Instant at) implements SessionCommand {}

    record StartSession(SessionId sessionId, Instant at) implements SessionCommand {}

    record PauseSession(SessionId sessionId, Instant at) implements SessionCommand {}

    record ResumeSession(SessionId sessionId, Instant at) implements SessionCommand {}

    record CompleteSession(SessionId sessionId, Instant at) implements SessionCommand {}

    record CancelSession(SessionId sessionId, @Nullable String sealedReason, Instant at) implements SessionCommand {}

    record MarkNoShow(SessionId sessionId, Instant at) implements SessionCommand {}

    /** A decision was recorded for this session's evaluation. */
    record FollowDecision(SessionId sessionId, DecisionOutcome outcome, Instant at) implements SessionCommand {}
}
