package dev.parley.platform.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** The first thing to stop: for a while everything goes on, so that callers can leave before the web server does. */
final class Drain implements SmartLifecycle {

    private final Duration duration;
    private volatile boolean running;
    private volatile boolean draining;

    Drain(Duration duration) {
        this.duration = duration;
    }

    boolean isUnderWay() {
        return draining;
    }

    @Override
    public void start() {
        draining = false;
        running = true;
    }

    @Override
    public void stop(Runnable done) {
        draining = true;
        running = false;
        CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS)
                .execute(done);
    }

    @Override
    public void stop() {
        draining = true;
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Alone, before consumers and the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
