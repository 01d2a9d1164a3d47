package dev.parley.analytics.decisions;

import dev.parley.contracts.DecisionOutcome;
import java.util.List;

/** Decisions in force that were made in the selected days; a reversed decision no longer counts. */
public record Decisions(List<OutcomeCount> decisions) {

    /** Sessions decided so. */
    public record OutcomeCount(DecisionOutcome outcome, long count) {}
}
