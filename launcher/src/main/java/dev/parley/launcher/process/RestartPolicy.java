package dev.parley.launcher.process;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before the next start. A process that has worked is started again for ever, at growing intervals; one
 * that never has is given up, since what is wrong with it will not mend itself.
 */
record RestartPolicy(Duration first, Duration longest, Duration settled, int startAttempts) {
    static final RestartPolicy DEFAULT =
            new RestartPolicy(Duration.ofMillis(200), Duration.ofSeconds(15), Duration.ofSeconds(30), 2);

    /** Empty: give up. Failures count from 1. */
    Optional<Duration> delay(int failures, boolean everReady) {
        if (!everReady && failures >= startAttempts) {
            return Optional.empty();
        }
        var grown = first.multipliedBy(1L << Math.min(failures - 1, 10));
        return Optional.of(grown.compareTo(longest) < 0 ? grown : longest);
    }

    /** Failures so far after one more exit; a process that ran well for a while starts from the beginning. */
    int failures(int before, boolean wasReady, Duration ran) {
        return wasReady && ran.compareTo(settled) >= 0 ? 1 : before + 1;
    }
}
