package dev.parley.scoring.evaluations;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.scoring.evaluations.EvaluationCommand.ExcuseMember;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evaluations over HTTP. */
@RestController
@RequestMapping("/api/v1/evaluations")
class EvaluationController {

    private final EvaluationService evaluations;
    private final EvaluationViews views;
    private final CandidateKeys keys;

    EvaluationController(EvaluationService evaluations, EvaluationViews views, CandidateKeys keys) {
        this.evaluations = evaluations;
        this.views = views;
        this.keys = keys;
    }

    /** Who is let off, and why; the reason is for this organization's own record only. */
    record Excusal(
            @NotNull UserId interviewerId,
            @NotBlank @Size(max = 2000) String reason) {
        @Override
        public String toString() {
            return "Excusal[…]";
        }
    }

    @GetMapping("/{sessionId}")
    @Access(
            roles = {Role.ADMIN, Role.RECRUITER, Role.INTERVIEWER},
            scope = "evaluations:read")
    ResponseEntity<EvaluationView> find(@PathVariable SessionId sessionId, Caller caller) {
        var evaluation = evaluations.get(caller.organization(), sessionId);
        if (!maySee(caller, evaluation.state())) {
            throw new DomainException.Forbidden("Interviewers see the evaluations of their own panels.");
        }
        return Answers.of(evaluation, views::of);
    }

    @PostMapping("/{sessionId}/excusals")
    @Access(roles = {Role.ADMIN, Role.RECRUITER})
    ResponseEntity<CommandResult> excuse(
            @PathVariable SessionId sessionId, @Valid @RequestBody Excusal body, CommandContext context) {
        var evaluation = evaluations.get(context.organization(), sessionId);
        String reason = keys.textsOf(evaluation).close(CandidateTexts.REASON, body.reason());
        var command = new ExcuseMember(body.interviewerId(), reason, context.now());
        return Answers.to(evaluations.handle(context.versioned(), sessionId, command), "/api/v1/evaluations");
    }

    private static boolean maySee(Caller caller, Evaluation evaluation) {
        return caller.type() != PrincipalType.USER
                || caller.has(Role.ADMIN)
                || caller.has(Role.RECRUITER)
                || evaluation.hasMember(caller.user());
    }
}
