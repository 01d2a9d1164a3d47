package dev.parley.session.sessions;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Plan;
import dev.parley.contracts.SessionEvent.PanelMember;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.session.candidates.CandidateService;
import dev.parley.session.sessions.SessionQueries.SessionFilter;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(SessionController.PATH)
class SessionViewController {

    private final SessionQueries queries;
    private final CandidateService candidates;

    SessionViewController(SessionQueries queries, CandidateService candidates) {
        this.queries = queries;
        this.candidates = candidates;
    }

    record KitRef(KitId id, int version, String name, int minutes) {}

    record SessionSummary(
            String id,
            long version,
            SessionStatus state,
            ApplicationId applicationId,
            CandidateId candidateId,
            PositionId positionId,
            KitRef kit,
            List<PanelMember> panel,
            Instant scheduledFor,
            String timeZone,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable DecisionOutcome outcome) {

        static SessionSummary of(Aggregate<Session> session) {
            Session state = session.state();
            SessionScheduled scheduled = state.scheduled();
            Plan plan = scheduled.plan();
            return new SessionSummary(
                    session.id(),
                    session.version(),
                    state.status(),
                    scheduled.applicationId(),
                    scheduled.candidateId(),
                    scheduled.positionId(),
                    new KitRef(plan.kitId(), plan.version(), plan.name(), plan.minutes()),
                    scheduled.panel(),
                    state.scheduledFor(),
                    scheduled.timeZone(),
                    state.startedAt(),
                    state.endedAt(),
                    state.outcome());
        }
    }

    /** One session with its plan; the candidate's name is for those who meet the candidate. */
    record SessionView(@JsonUnwrapped SessionSummary summary, String candidateName, Plan plan) {}

    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:read")
    @Operation(summary = "One interview with its plan")
    ResponseEntity<SessionView> get(Caller caller, @PathVariable SessionId id) {
        return Answers.of(
                queries.get(caller, id),
                session -> new SessionView(
                        SessionSummary.of(session),
                        candidates.name(
                                session.organizationId(),
                                session.state().scheduled().candidateId()),
                        session.state().scheduled().plan()));
    }

    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:read")
    @Operation(summary = "Interviews, newest first; interviewers see their own")
    ResponseEntity<Page<SessionSummary>> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable SessionStatus state,
            @RequestParam(required = false) @Nullable UserId panelMember,
            @RequestParam(required = false) @Nullable PositionId position) {
        return queries.list(caller, page, new SessionFilter(state, panelMember, position))
                .map(SessionSummary::of)
                .toResponse();
    }
}
