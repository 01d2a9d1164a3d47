package dev.parley.scoring.decisions;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.SessionId;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.security.Access;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.scoring.evaluations.CandidateKeys;
import dev.parley.scoring.evaluations.CandidateTexts;
import dev.parley.scoring.evaluations.EvaluationCommand.RecordDecision;
import dev.parley.scoring.evaluations.EvaluationService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions over HTTP: a person's, never a key's; a reversal is a further decision. */
@RestController
@RequestMapping("/api/v1/evaluations/{sessionId}/decisions")
class DecisionController {

    private final EvaluationService evaluations;
    private final CandidateKeys keys;

    DecisionController(EvaluationService evaluations, CandidateKeys keys) {
        this.evaluations = evaluations;
        this.keys = keys;
    }

    /** What was decided, and why. */
    record NewDecision(
            @NotNull DecisionOutcome outcome,
            @NotBlank @Size(max = 4000) String rationale) {
        @Override
        public String toString() {
            return "NewDecision[…]";
        }
    }

    @PostMapping
    @Access(roles = {Role.ADMIN, Role.RECRUITER})
    ResponseEntity<CommandResult> decide(
            @PathVariable SessionId sessionId, @Valid @RequestBody NewDecision body, CommandContext context) {
        var evaluation = evaluations.get(context.organization(), sessionId);
        String rationale = keys.textsOf(evaluation).close(CandidateTexts.RATIONALE, body.rationale());
        var command = new RecordDecision(body.outcome(), context.caller().user(), rationale, context.now());
        return Answers.to(evaluations.handle(context.versioned(), sessionId, command), "/api/v1/evaluations");
    }
}
