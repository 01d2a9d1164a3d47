package dev.parley.analytics.topology;

import java.util.List;
import java.util.stream.IntStream;

/** Fixed buckets for scores from 1000 to 5000 thousandths of a rating point, each 250 wide and named by its lower end. */
public final class ScoreBuckets {

    private static final int LOWEST = 1000;
    private static final int HIGHEST = 5000;
    private static final int WIDTH = 250;

    private ScoreBuckets() {}

    /** The lower ends, ascending; the last bucket includes the highest score. */
    public static List<Integer> all() {
        return IntStream.iterate(LOWEST, bucket -> bucket < HIGHEST, bucket -> bucket + WIDTH)
                .boxed()
                .toList();
    }

    static int of(int scoreMilli) {
        return Math.min(scoreMilli, HIGHEST - 1) / WIDTH * WIDTH;
    }

    static boolean covers(int scoreMilli) {
        return scoreMilli >= LOWEST && scoreMilli <= HIGHEST;
    }
}
