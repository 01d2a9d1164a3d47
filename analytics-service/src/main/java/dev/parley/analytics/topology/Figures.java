package dev.parley.analytics.topology;

import dev.parley.contracts.id.OrganizationId;
import java.util.Map;
import java.util.TreeMap;

/** Which cells a fact counts in, and how often. A figure is the sum over all facts, so a fact may change its mind. */
final class Figures {

    private final Map<String, Integer> counts = new TreeMap<>();

    private Figures() {}

    /** Cells by their text form. */
    static Map<String, Integer> of(Fact fact) {
        var figures = new Figures();
        OrganizationId organization = fact.organization();
        if (organization != null && fact.interview() != null) {
            new SessionFigures(organization, fact.interview(), figures::count).with(fact.assessment());
        }
        if (organization != null && fact.candidacy() != null) {
            ApplicationFigures.add(organization, fact.candidacy(), figures::count);
        }
        return figures.counts;
    }

    /** What has to be added to each cell when a fact changes. */
    static Map<String, Integer> deltas(Fact before, Fact after) {
        Map<String, Integer> deltas = new TreeMap<>(of(after));
        of(before).forEach((cell, count) -> deltas.merge(cell, -count, Integer::sum));
        deltas.values().removeIf(delta -> delta == 0);
        return deltas;
    }

    private void count(Cell cell) {
        counts.merge(cell.toString(), 1, Integer::sum);
    }
}
