package dev.parley.analytics.sessions;

import static dev.parley.analytics.topology.Milestone.CANCELLED;
import static dev.parley.analytics.topology.Milestone.COMPLETED;
import static dev.parley.analytics.topology.Milestone.DECIDED;
import static dev.parley.analytics.topology.Milestone.NO_SHOW;
import static dev.parley.analytics.topology.Milestone.SCHEDULED;
import static dev.parley.analytics.topology.Milestone.STARTED;

import dev.parley.analytics.cells.CellSum;
import dev.parley.analytics.cells.CellSums;
import dev.parley.analytics.cells.Dimension;
import dev.parley.analytics.cells.Selection;
import dev.parley.analytics.sessions.SessionsPerDay.SessionDay;
import dev.parley.analytics.topology.Metric;
import dev.parley.analytics.topology.Milestone;
import dev.parley.contracts.id.KitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads sessions per day; days without any are there too. */
@Component
public final class SessionsView {

    private record Key(LocalDate day, String kitId, Milestone milestone) {}

    private final CellSums cells;

    SessionsView(CellSums cells) {
        this.cells = cells;
    }

    public SessionsPerDay of(Selection selection) {
        List<CellSum> sums = cells.of(Metric.SESSION, selection, Dimension.DAY, Dimension.KIT);
        Map<Key, Long> counts = sums.stream()
                .collect(Collectors.toMap(
                        sum -> new Key(sum.dayOrFail(), sum.kitIdOrFail(), Milestone.valueOf(sum.value())),
                        CellSum::count));
        SortedSet<String> kits = sums.stream().map(CellSum::kitIdOrFail).collect(Collectors.toCollection(TreeSet::new));
        KitId only = selection.kit();
        if (only != null) {
            kits.add(only.value());
        }
        return new SessionsPerDay(selection
                .days()
                .flatMap(day -> kits.stream().map(kit -> row(day, kit, counts)))
                .toList());
    }

    private static SessionDay row(LocalDate day, String kit, Map<Key, Long> counts) {
        return new SessionDay(
                day,
                kit,
                count(day, kit, SCHEDULED, counts),
                count(day, kit, STARTED, counts),
                count(day, kit, COMPLETED, counts),
                count(day, kit, DECIDED, counts),
                count(day, kit, CANCELLED, counts),
                count(day, kit, NO_SHOW, counts));
    }

    private static long count(LocalDate day, String kit, Milestone milestone, Map<Key, Long> counts) {
        return counts.getOrDefault(new Key(day, kit, milestone), 0L);
    }
}
