package dev.parley.bench.events;

/** Things per second. */
final class Rate {

    private static final double NANOS = 1e9;

    private Rate() {}

    static double since(long startNanos, int done) {
        return between(startNanos, System.nanoTime(), done);
    }

    static double between(long startNanos, long endNanos, int done) {
        return done * NANOS / (endNanos - startNanos);
    }
}
