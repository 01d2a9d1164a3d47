package dev.parley.analytics.topology;

import java.time.Duration;
import java.util.List;

/**
 * Fixed buckets for durations, each named by its upper end in minutes (inclusive). Neighbours differ by about a third,
 * so a quantile read from them is right to about that share. The last one takes whatever lasts longer.
 */
public final class TimeBuckets {

    private static final List<Integer> UP_TO_MINUTES = List.of(
            5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 960, 1440, 2160, 2880, 4320, 5760, 7200, 10080,
            14400, 20160, 28800, 43200, 64800, 86400, 129600, 259200, 525600);

    private TimeBuckets() {}

    /** The upper ends, ascending. */
    public static List<Integer> all() {
        return UP_TO_MINUTES;
    }

    static int of(Duration duration) {
        return UP_TO_MINUTES.stream()
                .filter(upTo -> duration.compareTo(Duration.ofMinutes(upTo)) <= 0)
                .findFirst()
                .orElse(UP_TO_MINUTES.getLast());
    }
}
