package dev.parley.session.applications;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.RECRUITER;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import dev.parley.session.candidates.CandidateService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final CandidateService candidates;

    ApplicationController(ApplicationService applications, CandidateService candidates) {
        this.applications = applications;
        this.candidates = candidates;
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

    /** Why it moved or ended at that time. */
    record ReasonView(Instant at, String text) {}

    /**
     * One application.
     *
     * @param reasons oldest first; for people who plan
     */
    record ApplicationDetail(
            @JsonUnwrapped ApplicationView summary,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<ReasonView> reasons) {}

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
    ResponseEntity<ApplicationDetail> get(Caller caller, @PathVariable ApplicationId id) {
        boolean plans = caller.has(ADMIN) || caller.has(RECRUITER);
        return Answers.of(
                applications.get(caller.organization(), id),
                found -> new ApplicationDetail(ApplicationView.of(found), plans ? reasons(found) : null));
    }

    private List<ReasonView> reasons(Aggregate<Application> application) {
        String candidateId = application.state().candidateId().value();
        var candidate = candidates
                .readable(application.organizationId(), Set.of(candidateId))
                .get(candidateId);
        return application.state().reasons().stream()
                .flatMap(reason -> Optional.ofNullable(candidate)
                        .map(known -> known.note(reason.sealedText()))
                        .map(text -> new ReasonView(reason.at(), text))
                        .stream())
                .toList();
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
