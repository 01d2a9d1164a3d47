package dev.parley.chaos;

import dev.parley.chaos.Schedule.Planned;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Lets each fault happen in its second, beside those that still last, and prints what came of it. */
final class Timeline {
    private final Injector injector;
    private final CommandLog log;
    private final Players players;
    private final PrintStream out;
    private final AtomicInteger happened = new AtomicInteger();

    Timeline(Injector injector, CommandLog log, Players players, PrintStream out) {
        this.injector = injector;
        this.log = log;
        this.players = players;
        this.out = out;
    }

    /** Returns when the last fault is over; gives how many took place. */
    int run(List<Planned> schedule, int minutes) {
        long begun = System.nanoTime();
        List<Thread> faults = new ArrayList<>();
        for (Planned planned : schedule) {
            sleepUntil(begun, planned.second());
            faults.add(Thread.ofVirtual().start(() -> inject(planned)));
        }
        sleepUntil(begun, minutes * 60L);
        for (Thread fault : faults) {
            try {
                fault.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return happened.get();
    }

    private void inject(Planned planned) {
        int inFlight = log.inFlight();
        long before = log.unanswered();
        int played = players.played();
        String outcome = injector.inject(planned.fault());
        if (!outcome.startsWith("did not")) {
            happened.incrementAndGet();
        }
        out.printf(
                "%s: %s; %d commands in flight, %d unanswered meanwhile, %d interviews so far%n",
                planned, outcome, inFlight, log.unanswered() - before, played);
    }

    private static void sleepUntil(long begun, long second) {
        while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(second)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
