package dev.parley.scoring.history;

import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import dev.parley.platform.web.Answers;
import dev.parley.platform.web.Answers.CommandResult;
import dev.parley.platform.web.CorrelationFilter;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the import job of session-service brings the ratings; the session's id makes repeats harmless. */
@Hidden
@RestController
@RequestMapping("/internal/v1/imported-evaluations")
class HistoryController {

    private final HistoryService history;
    private final Clock clock;

    HistoryController(HistoryService history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @PostMapping
    @Access(scope = "evaluations:import")
    ResponseEntity<CommandResult> take(
            @Valid @RequestBody ImportedEvaluation body, Caller caller, HttpServletRequest request) {
        if (caller.type() != PrincipalType.SERVICE) {
            throw new DomainException.Forbidden("Only a service can import evaluations.");
        }
        var origin = new Origin(
                        caller.organization(),
                        caller.actor(),
                        CorrelationFilter.of(request),
                        null,
                        false,
                        clock.instant())
                .asImport();
        return Answers.to(history.take(origin, body), "/api/v1/evaluations");
    }
}
