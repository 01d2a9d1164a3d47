package dev.parley.analytics.funnel;

import dev.parley.analytics.cells.CellSum;
import dev.parley.analytics.cells.CellSums;
import dev.parley.analytics.cells.Selection;
import dev.parley.analytics.funnel.Funnel.OutcomeCount;
import dev.parley.analytics.funnel.Funnel.StageCount;
import dev.parley.analytics.topology.Metric;
import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.Stage;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the funnel; an application has no kit, so a kit in the selection is disregarded. */
@Component
public final class FunnelView {

    private final CellSums cells;

    FunnelView(CellSums cells) {
        this.cells = cells;
    }

    public Funnel of(Selection selection) {
        Map<String, Long> stages = CellSum.byValue(cells.of(Metric.STAGE, selection.ofAllKits()));
        Map<String, Long> outcomes = CellSum.byValue(cells.of(Metric.OUTCOME, selection.ofAllKits()));
        return new Funnel(
                Arrays.stream(Stage.values())
                        .map(stage -> new StageCount(stage, stages.getOrDefault(stage.name(), 0L)))
                        .toList(),
                Arrays.stream(ApplicationOutcome.values())
                        .map(outcome -> new OutcomeCount(outcome, outcomes.getOrDefault(outcome.name(), 0L)))
                        .toList());
    }
}
