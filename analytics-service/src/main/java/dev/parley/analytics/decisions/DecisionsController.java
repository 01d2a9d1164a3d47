package dev.parley.analytics.decisions;

import dev.parley.analytics.cells.Filter;
import dev.parley.analytics.cells.Selections;
import dev.parley.analytics.freshness.AsOf;
import dev.parley.analytics.freshness.Freshness;
import dev.parley.contracts.Role;
import dev.parley.platform.security.Access;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DecisionsController {

    private final DecisionsView view;
    private final Selections selections;
    private final Freshness freshness;

    DecisionsController(DecisionsView view, Selections selections, Freshness freshness) {
        this.view = view;
        this.selections = selections;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/analytics/decisions")
    @Access(
            roles = {Role.ADMIN, Role.RECRUITER},
            scope = "analytics:read")
    @Operation(summary = "Decisions in force by outcome")
    AsOf<Decisions> decisions(Caller caller, @ParameterObject Filter filter) {
        return freshness.date(view.decisions(selections.of(caller, filter)));
    }

    @GetMapping("/api/v1/analytics/time-to-decision")
    @Access(
            roles = {Role.ADMIN, Role.RECRUITER},
            scope = "analytics:read")
    @Operation(summary = "Time from completion to the first decision")
    AsOf<TimeToDecision> timeToDecision(Caller caller, @ParameterObject Filter filter) {
        return freshness.date(view.timeToDecision(selections.of(caller, filter)));
    }
}
