package dev.parley.analytics.topology;

import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.OrganizationId;
import java.util.function.Consumer;

/** The cells of an application: it has reached every stage up to its own. */
final class ApplicationFigures {

    private ApplicationFigures() {}

    static void add(OrganizationId organization, Candidacy candidacy, Consumer<Cell> count) {
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(candidacy.stage()) <= 0) {
                count.accept(cell(organization, Metric.STAGE, candidacy, stage.name()));
            }
        }
        ApplicationOutcome outcome = candidacy.outcome();
        if (outcome != null) {
            count.accept(cell(organization, Metric.OUTCOME, candidacy, outcome.name()));
        }
    }

    private static Cell cell(OrganizationId organization, Metric metric, Candidacy candidacy, String value) {
        return new Cell(organization, metric, candidacy.day(), candidacy.position(), null, null, null, value);
    }
}
