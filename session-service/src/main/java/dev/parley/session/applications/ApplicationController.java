package dev.parley.session.applications;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.RECRUITER;

import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/applications")
class ApplicationController {

    private static final String PATH = "/api/v1/applications";

    private final ApplicationService applications;

    ApplicationController(ApplicationService applications) {
        this.applications = applications;
    }

    record OpenApplication(
            @NotNull CandidateId candidateId, @NotNull PositionId positionId) {}

    record MoveApplication(
            @NotNull Stage stage,
            @Nullable @Size(max = 2000) String reason) {}

    record CloseApplication(
            @NotNull ApplicationOutcome outcome,
            @Nullable @Size(max = 2000) String reason) {}

    record ApplicationView(
            String id,
            long version,
            CandidateId candidateId,
            PositionId positionId,
            Stage stage,
            @Nullable ApplicationOutcome outcome,
            Instant createdAt) {
        static ApplicationView of(Aggregate<Application> application) {
            Application state = application.state();
            return new ApplicationView(
                    application.id(),
                    application.version(),
                    state.candidateId(),
                    state.positionId(),
                    state.stage(),
                    state.outcome(),
                    application.createdAt());
        }
    }

    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Open an application of a candidate for a position")
    ResponseEntity<CommandResult> open(CommandContext context, @Valid @RequestBody OpenApplication request) {
        return Answers.to(applications.open(context, request.candidateId(), request.positionId()), PATH);
    }

    @PostMapping("/{id}/stage")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Move an application to another stage")
    ResponseEntity<CommandResult> move(
            CommandContext context, @PathVariable ApplicationId id, @Valid @RequestBody MoveApplication request) {
        return Answers.to(applications.move(context, id, request.stage(), request.reason()), PATH);
    }

    @PostMapping("/{id}/outcome")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "End an application")
    ResponseEntity<CommandResult> close(
            CommandContext context, @PathVariable ApplicationId id, @Valid @RequestBody CloseApplication request) {
        return Answers.to(applications.close(context, id, request.outcome(), request.reason()), PATH);
    }

    @GetMapping("/{id}")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:read")
    @Operation(summary = "One application")
    ResponseEntity<ApplicationView> get(Caller caller, @PathVariable ApplicationId id) {
        return Answers.of(applications.get(caller.organization(), id), ApplicationView::of);
    }

    @GetMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:read")
    @Operation(summary = "Applications, newest first; of one position if given")
    ResponseEntity<Page<ApplicationView>> list(
            Caller caller, PageRequest page, @RequestParam(required = false) @Nullable PositionId position) {
        return applications
                .list(caller.organization(), page, position)
                .map(ApplicationView::of)
                .toResponse();
    }
}
