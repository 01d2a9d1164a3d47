package dev.parley.bench.events;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Begins pieces of work at an even rate, however long each takes. */
final class Steady {

    private Steady() {}

    /** Returns when all are done; a piece that throws is the business of whoever looks at the results. */
    static void run(int perSecond, int pieces, IntConsumer work) {
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < pieces; i++) {
                int piece = i;
                for (long wait = 1; wait > 0; wait = start + piece * interval - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                threads.execute(() -> work.accept(piece));
            }
        }
    }
}
