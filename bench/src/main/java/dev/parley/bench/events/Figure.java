package dev.parley.bench.events;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param met absent where there is no bar
 */
record Figure(
        String what,
        String platform,
        String bare,
        String ratio,
        String bar,
        @Nullable Boolean met) {

    /** A rate that must be at least this share of the bare one. */
    static Figure share(String what, Rounds rounds, double bar) {
        return new Figure(
                what,
                "%,.0f/s".formatted(rounds.platformMedian()),
                "%,.0f/s".formatted(rounds.bareMedian()),
                percent(rounds.ratio()),
                "≥ " + percent(bar),
                rounds.ratio() >= bar);
    }

    /** A time that must be at most so long; the bare one says what the machine gave just then. */
    static Figure atMost(String what, double millis, double bareMillis, double bar) {
        return new Figure(
                what,
                "%.1f ms".formatted(millis),
                "%.1f ms".formatted(bareMillis),
                "× %.1f".formatted(millis / bareMillis),
                "≤ %.0f ms".formatted(bar),
                millis <= bar);
    }

    /** A figure that is only told. */
    static Figure told(String what, String value) {
        return new Figure(what, value, "", "", "", null);
    }

    String line() {
        String verdict = met == null ? "" : met ? "met" : "MISSED";
        return String.format(Locale.ROOT, "%-52s %12s %12s %7s %9s  %s", what, platform, bare, ratio, bar, verdict)
                .stripTrailing();
    }

    static String header() {
        return String.format(Locale.ROOT, "%-52s %12s %12s %7s %9s", "", "platform", "bare", "ratio", "bar");
    }

    private static String percent(double share) {
        return "%.0f%%".formatted(share * 100);
    }
}
