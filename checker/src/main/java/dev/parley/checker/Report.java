package dev.parley.checker;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What the checker prints: counts of what it looked at, then every violation. */
final class Report {
    private static final int SHOWN = 12;
    private static final int WIDTH = 400;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Gives the exit code. */
    int print(Findings findings, Duration rest, int records) {
        out.printf("Checker: %d records from offset 0; at rest after %.1f s.%n", records, rest.toMillis() / 1000.0);
        findings.counts().forEach((what, count) -> out.printf("  %7d  %s%n", count, what));
        List<Violation> violations = findings.violations();
        violations.stream()
                .collect(Collectors.groupingBy(Violation::invariant, java.util.TreeMap::new, Collectors.toList()))
                .forEach(this::print);
        out.printf("%d violations.%n", violations.size());
        return violations.isEmpty() ? 0 : 1;
    }

    private void print(Invariant invariant, List<Violation> violations) {
        out.printf("VIOLATED %s (%d times): %s%n", invariant, violations.size(), invariant.words());
        violations.stream()
                .limit(SHOWN)
                .map(Violation::toString)
                .forEach(text -> out.println("  " + (text.length() > WIDTH ? text.substring(0, WIDTH) + "…" : text)));
        if (violations.size() > SHOWN) {
            out.printf("  … and %d more%n", violations.size() - SHOWN);
        }
    }
}
