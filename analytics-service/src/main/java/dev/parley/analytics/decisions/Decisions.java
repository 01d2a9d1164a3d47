package dev.parley.analytics.decisions;

import dev.parley.contracts.DecisionOutcome;
import java.util.List;

/** Decisions in force that were made in the selected days; a reversed decision no longer counts. */
public record Decisions(List<DecisionCount> decisions) {

    /** Sessions decided so. */
    public record DecisionCount(DecisionOutcome outcome, long count) {}
}
