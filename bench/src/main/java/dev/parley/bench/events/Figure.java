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
        Figure told = share(what, rounds);
        return new Figure(what, told.platform, told.bare, told.ratio, "≥ " + percent(bar), rounds.ratio() >= bar);
    }

    /** The same without a bar. */
    static Figure share(String what, Rounds rounds) {
        return new Figure(
                what,
                text("%,.0f/s", rounds.platformMedian()),
                text("%,.0f/s", rounds.bareMedian()),
                text(
                        "%.0f%% (%.0f–%.0f)",
                        rounds.ratio() * 100, rounds.lowestRatio() * 100, rounds.highestRatio() * 100),
                "",
                null);
    }

    /** A time that must be at most so long; the bare one says what the machine gave just then. */
    static Figure atMost(String what, double millis, double bareMillis, double bar) {
        return new Figure(
                what,
                text("%.1f ms", millis),
                text("%.1f ms", bareMillis),
                text("× %.1f", millis / bareMillis),
                text("≤ %.0f ms", bar),
                millis <= bar);
    }

    /** A figure that is only told. */
    static Figure told(String what, String value) {
        return new Figure(what, value, "", "", "", null);
    }

    String line() {
        String verdict = met == null ? "" : met ? "met" : "MISSED";
        return text("%-46s %11s %11s %13s %8s  %s", what, platform, bare, ratio, bar, verdict)
                .stripTrailing();
    }

    static String header() {
        return text("%-46s %11s %11s %13s %8s", "", "platform", "bare", "ratio", "bar");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String percent(double share) {
        return text("%.0f%%", share * 100);
    }
}
