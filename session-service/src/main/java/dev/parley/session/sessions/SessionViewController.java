package dev.parley.session.sessions;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import dev.parley.session.sessions.SessionQueries.SessionFilter;
import dev.parley.session.sessions.SessionViews.SessionSummary;
import dev.parley.session.sessions.SessionViews.SessionView;
import io.swagger.v3.oas.annotations.Operation;
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
    private final SessionViews views;

    SessionViewController(SessionQueries queries, SessionViews views) {
        this.queries = queries;
        this.views = views;
    }

    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:read")
    @Operation(summary = "One interview with its plan")
    ResponseEntity<SessionView> get(Caller caller, @PathVariable SessionId id) {
        return Answers.of(queries.get(caller, id), session -> views.of(caller, session));
    }

    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:read")
    @Operation(summary = "Interviews, latest first by the time they are planned for; interviewers see their own")
    ResponseEntity<Page<SessionSummary>> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable SessionStatus state,
            @RequestParam(required = false) @Nullable UserId panelMember,
            @RequestParam(required = false) @Nullable PositionId position) {
        var found = queries.list(caller, page, new SessionFilter(state, panelMember, position));
        return views.of(caller, found).toResponse();
    }
}
