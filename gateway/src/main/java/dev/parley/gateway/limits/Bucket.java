package dev.parley.gateway.limits;

import java.time.Duration;

/**
 * What one request found in its bucket. The level is kept as a debt of time: each request adds an interval, time works it
 * off, and a full window of debt is an empty bucket.
 */
record Bucket(Limit limit, boolean allowed, double debtMillis) {

    /** What a request finds where the debt was so much. */
    static Bucket take(Limit limit, double debtMillis) {
        double next = debtMillis + limit.intervalMillis();
        boolean allowed = next <= limit.window().toMillis();
        return new Bucket(limit, allowed, allowed ? next : debtMillis);
    }

    long remaining() {
        return (long) ((limit.window().toMillis() - debtMillis) / limit.intervalMillis());
    }

    /** Until the bucket is full again. */
    long resetSeconds() {
        return (long) Math.ceil(debtMillis / 1000);
    }

    /** Until the next request is allowed. */
    Duration untilNext() {
        double millis = debtMillis + limit.intervalMillis() - limit.window().toMillis();
        return Duration.ofSeconds(Math.max(1, (long) Math.ceil(millis / 1000)));
    }
}
