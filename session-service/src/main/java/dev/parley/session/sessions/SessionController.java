package dev.parley.session.sessions;

import static dev.parley.contracts.Role.ADMIN;
import static dev.parley.contracts.Role.INTERVIEWER;
import static dev.parley.contracts.Role.RECRUITER;

import dev.parley.contracts.id.SessionId;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Access;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.session.sessions.SessionCommand.CompleteSession;
import dev.parley.session.sessions.SessionCommand.MarkNoShow;
import dev.parley.session.sessions.SessionCommand.PauseSession;
import dev.parley.session.sessions.SessionCommand.ResumeSession;
import dev.parley.session.sessions.SessionCommand.StartSession;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(SessionController.PATH)
class SessionController {

    static final String PATH = "/api/v1/sessions";

    private final SessionService sessions;

    SessionController(SessionService sessions) {
        this.sessions = sessions;
    }

    record Reschedule(@NotNull Instant scheduledFor) {}

    record Cancel(@NotBlank @Size(max = 2000) String reason) {}

    @PostMapping
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Plan an interview")
    ResponseEntity<CommandResult> schedule(CommandContext context, @Valid @RequestBody PlannedSession planned) {
        return Answers.to(sessions.schedule(context, planned), PATH);
    }

    @PostMapping("/{id}/reschedule")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Move the interview to another time")
    ResponseEntity<CommandResult> reschedule(
            CommandContext context, @PathVariable SessionId id, @Valid @RequestBody Reschedule request) {
        return Answers.to(sessions.reschedule(context, id, request.scheduledFor()), PATH);
    }

    @PostMapping("/{id}/start")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:write")
    @Operation(summary = "Begin the interview")
    ResponseEntity<CommandResult> start(CommandContext context, @PathVariable SessionId id) {
        return Answers.to(sessions.conduct(context, new StartSession(id, context.now())), PATH);
    }

    @PostMapping("/{id}/pause")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:write")
    @Operation(summary = "Interrupt the interview")
    ResponseEntity<CommandResult> pause(CommandContext context, @PathVariable SessionId id) {
        return Answers.to(sessions.conduct(context, new PauseSession(id, context.now())), PATH);
    }

    @PostMapping("/{id}/resume")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:write")
    @Operation(summary = "Go on with the interview")
    ResponseEntity<CommandResult> resume(CommandContext context, @PathVariable SessionId id) {
        return Answers.to(sessions.conduct(context, new ResumeSession(id, context.now())), PATH);
    }

    @PostMapping("/{id}/complete")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:write")
    @Operation(summary = "End the interview; the panel is final from here")
    ResponseEntity<CommandResult> complete(CommandContext context, @PathVariable SessionId id) {
        return Answers.to(sessions.conduct(context, new CompleteSession(id, context.now())), PATH);
    }

    @PostMapping("/{id}/no-show")
    @Access(
            roles = {ADMIN, RECRUITER, INTERVIEWER},
            scope = "interviews:write")
    @Operation(summary = "The candidate did not come")
    ResponseEntity<CommandResult> noShow(CommandContext context, @PathVariable SessionId id) {
        return Answers.to(sessions.conduct(context, new MarkNoShow(id, context.now())), PATH);
    }

    @PostMapping("/{id}/cancel")
    @Access(
            roles = {ADMIN, RECRUITER},
            scope = "interviews:write")
    @Operation(summary = "Call the interview off")
    ResponseEntity<CommandResult> cancel(
            CommandContext context, @PathVariable SessionId id, @Valid @RequestBody Cancel request) {
        return Answers.to(sessions.cancel(context, id, request.reason()), PATH);
    }
}
