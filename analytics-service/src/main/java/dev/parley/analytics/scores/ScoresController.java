package dev.parley.analytics.scores;

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
class ScoresController {

    private final ScoresView view;
    private final Selections selections;
    private final Freshness freshness;

    ScoresController(ScoresView view, Selections selections, Freshness freshness) {
        this.view = view;
        this.selections = selections;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/analytics/scores")
    @Access(
            roles = {Role.ADMIN, Role.RECRUITER},
            scope = "analytics:read")
    @Operation(summary = "Distribution of raw weighted scores by kit")
    AsOf<Scores> scores(Caller caller, @ParameterObject Filter filter) {
        return freshness.date(view.of(selections.of(caller, filter)));
    }
}
