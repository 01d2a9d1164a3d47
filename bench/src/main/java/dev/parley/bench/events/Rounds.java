package dev.parley.bench.events;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Two sides of one comparison, measured in turn, so that whatever else the machine does hits both.
 *
 * @param platform one value per round
 * @param bare one value per round, of the same round
 */
record Rounds(double[] platform, double[] bare) {

    /** One side of a comparison. */
    @FunctionalInterface
    interface Side {
        double measure() throws Exception;
    }

    /** One round of each that does not count, to warm up, and then this many that do. */
    static Rounds inTurn(int rounds, Side platform, Side bare) throws Exception {
        platform.measure();
        bare.measure();
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ours[i] = platform.measure();
            theirs[i] = bare.measure();
        }
        return new Rounds(ours, theirs);
    }

    double platformMedian() {
        return Statistics.median(platform);
    }

    double bareMedian() {
        return Statistics.median(bare);
    }

    /** The median of the rounds' ratios: a disturbance of one round moves one of them. */
    double ratio() {
        return Statistics.median(ratios());
    }

    double lowestRatio() {
        return Arrays.stream(ratios()).min().orElseThrow();
    }

    double highestRatio() {
        return Arrays.stream(ratios()).max().orElseThrow();
    }

    private double[] ratios() {
        return IntStream.range(0, platform.length)
                .mapToDouble(i -> platform[i] / bare[i])
                .toArray();
    }
}
