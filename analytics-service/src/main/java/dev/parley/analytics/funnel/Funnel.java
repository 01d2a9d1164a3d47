package dev.parley.analytics.funnel;

import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.Stage;
import java.util.List;

/**
 * Applications opened in the selected days.
 *
 * @param funnel how many reached each stage, first to last
 * @param outcomes how many ended in which way
 */
public record Funnel(List<StageCount> funnel, List<OutcomeCount> outcomes) {

    /** Applications that came at least to this stage. */
    public record StageCount(Stage stage, long count) {}

    /** Applications that ended so. */
    public record OutcomeCount(ApplicationOutcome outcome, long count) {}
}
