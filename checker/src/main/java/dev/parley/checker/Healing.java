package dev.parley.checker;

import static dev.parley.checker.Invariant.I4;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Gives a healed platform its minute (I4). */
final class Healing {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    // what moves between two services is in neither for a moment
    private static final int LOOKS = 4;
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Run run;
    private final Topics topics;
    private final Web web;
    private final Findings findings;

    Healing(Run run, Topics topics, Web web, Findings findings) {
        this.run = run;
        this.topics = topics;
        this.web = web;
        this.findings = findings;
    }

    /** Waits for rest; what is not at rest in time is a violation. Gives the time it took. */
    Duration await() throws InterruptedException {
        long begun = System.nanoTime();
        int quiet = 0;
        while (true) {
            Rest rest = look();
            List<Violation> waiting = rest.judge(run.poison());
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            quiet = waiting.isEmpty() ? quiet + 1 : 0;
            if (quiet == LOOKS || taken.compareTo(LIMIT) > 0) {
                for (int i = 0; i < rest.size(); i++) {
                    findings.checked(I4, "groups, outboxes, dead letters");
                }
                findings.violated(waiting);
                return taken;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private Rest look() throws InterruptedException {
        Map<String, Meters> meters = new HashMap<>();
        run.instances().forEach((name, uri) -> meters.put(name, web.meters(uri)));
        return new Rest(topics.lag(), meters);
    }
}
