package dev.parley.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was looked at, and what of it was wrong. */
final class Findings {
    private final SortedMap<String, Long> checked = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** Counts one thing that was looked at, under the invariant and the kind of thing. */
    synchronized void checked(Invariant invariant, String what) {
        checked.merge(invariant + " " + what, 1L, Long::sum);
    }

    /** Looks at one thing. */
    void require(Invariant invariant, String what, boolean holds, String subject, String expected, Object found) {
        checked(invariant, what);
        if (!holds) {
            violated(new Violation(invariant, subject, expected, String.valueOf(found)));
        }
    }

    synchronized void violated(Violation violation) {
        violations.add(violation);
    }

    synchronized void violated(Collection<Violation> more) {
        violations.addAll(more);
    }

    synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    synchronized SortedMap<String, Long> counts() {
        return new TreeMap<>(checked);
    }
}
