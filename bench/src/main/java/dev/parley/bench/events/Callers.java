package dev.parley.bench.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Several at once, each of which begins the next piece of work when its last is done. */
final class Callers {

    private Callers() {}

    /** Does the pieces 0 to pieces-1; each caller takes every n-th, n being the number of callers. */
    static void share(int callers, int pieces, IntConsumer work) throws InterruptedException {
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                all.add(threads.submit(() -> {
                    for (int i = first; i < pieces; i += callers) {
                        work.accept(i);
                    }
                }));
            }
        }
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a caller failed", e.getCause());
            }
        }
    }
}
