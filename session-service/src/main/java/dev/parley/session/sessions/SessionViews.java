package dev.parley.session.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Plan;
import dev.parley.contracts.Role;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Page;
import dev.parley.session.applications.Position;
import dev.parley.session.candidates.CandidateService;
import dev.parley.session.candidates.ReadableCandidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows sessions; whoever sees an interview sees whom it is with, and what for. */
@Component
class SessionViews {

    private final CandidateService candidates;
    private final AggregateStore<Position> positions;

    SessionViews(CandidateService candidates, AggregateStore<Position> positions) {
        this.candidates = candidates;
        this.positions = positions;
    }

    record KitRef(KitId id, int version, String name, int minutes) {}

    /**
     * One session in a list.
     *
     * @param candidateName absent when the candidate was erased
     */
    record SessionSummary(
            String id,
            long version,
            SessionStatus state,
            ApplicationId applicationId,
            CandidateId candidateId,
            @Nullable String candidateName,
            PositionId positionId,
            @Nullable String positionTitle,
            KitRef kit,
            List<PanelMember> panel,
            Instant scheduledFor,
            String timeZone,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable DecisionOutcome outcome) {}

    /**
     * One session with its plan.
     *
     * @param reason why it was cancelled, for those who plan
     */
    record SessionView(
            @JsonUnwrapped SessionSummary summary,
            Plan plan,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    /** What the sessions refer to, with one query for each kind. */
    private record References(Map<String, ReadableCandidate> candidates, Map<String, Aggregate<Position>> positions) {

        @Nullable
        ReadableCandidate candidate(Aggregate<Session> session) {
            return candidates.get(session.state().scheduled().candidateId().value());
        }

        SessionSummary summary(Aggregate<Session> session) {
            Session state = session.state();
            SessionScheduled scheduled = state.scheduled();
            Plan plan = scheduled.plan();
            ReadableCandidate candidate = candidate(session);
            Aggregate<Position> position = positions.get(scheduled.positionId().value());
            return new SessionSummary(
                    session.id(),
                    session.version(),
                    state.status(),
                    scheduled.applicationId(),
                    scheduled.candidateId(),
                    candidate == null ? null : candidate.name(),
                    scheduled.positionId(),
                    position == null ? null : position.state().title(),
                    new KitRef(plan.kitId(), plan.version(), plan.name(), plan.minutes()),
                    scheduled.panel(),
                    state.scheduledFor(),
                    scheduled.timeZone(),
                    state.startedAt(),
                    state.endedAt(),
                    state.outcome());
        }
    }

    SessionView of(Caller caller, Aggregate<Session> session) {
        References references = referencesOf(caller, List.of(session));
        ReadableCandidate candidate = references.candidate(session);
        boolean plans = caller.has(Role.ADMIN) || caller.has(Role.RECRUITER);
        return new SessionView(
                references.summary(session),
                session.state().scheduled().plan(),
                plans && candidate != null ? candidate.note(session.state().sealedReason()) : null);
    }

    Page<SessionSummary> of(Caller caller, Page<Aggregate<Session>> sessions) {
        return sessions.map(referencesOf(caller, sessions.items())::summary);
    }

    private References referencesOf(Caller caller, List<Aggregate<Session>> sessions) {
        return new References(
                candidates.readable(
                        caller.organization(),
                        ids(sessions, one -> one.candidateId().value())),
                positions.findAll(
                        caller.organization(),
                        ids(sessions, one -> one.positionId().value())));
    }

    private static Set<String> ids(List<Aggregate<Session>> sessions, Function<SessionScheduled, String> id) {
        return sessions.stream()
                .map(session -> id.apply(session.state().scheduled()))
                .collect(Collectors.toSet());
    }
}
