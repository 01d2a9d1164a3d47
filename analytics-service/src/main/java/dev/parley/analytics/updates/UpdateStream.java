package dev.parley.analytics.updates;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client's stream, on a thread of its own. A client that reads slowly misses revisions in between, never the last
 * one.
 */
final class UpdateStream {

    private static final long NOTHING = -1;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Instant until;
    private final Clock clock;
    private final SseEmitter emitter;
    private long latest = NOTHING;
    private long told = NOTHING;
    private boolean ended;

    UpdateStream(SseEmitter emitter, Instant until, Clock clock) {
        this.emitter = emitter;
        this.until = until;
        this.clock = clock;
        emitter.onCompletion(this::end);
        emitter.onTimeout(this::end);
        emitter.onError(_ -> end());
    }

    void signal(long revision) {
        lock.lock();
        try {
            latest = Math.max(latest, revision);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void run() {
        try {
            while (awaitNews()) {
                send();
            }
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            // the client went away
            emitter.completeWithError(e);
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a revision, at most a heartbeat long; false at the end. */
    private boolean awaitNews() throws InterruptedException {
        lock.lock();
        try {
            long nanos = Math.min(HEARTBEAT.toNanos(), left().toNanos());
            while (latest == told && !ended && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return !ended && left().isPositive();
        } finally {
            lock.unlock();
        }
    }

    private void send() throws IOException {
        long revision = latestNow();
        if (revision == told) {
            emitter.send(SseEmitter.event().comment("still here"));
        } else {
            emitter.send(SseEmitter.event()
                    .name("revision")
                    .id(Long.toString(revision))
                    .data(revision));
            told = revision;
        }
    }

    private long latestNow() {
        lock.lock();
        try {
            return latest;
        } finally {
            lock.unlock();
        }
    }

    private Duration left() {
        return Duration.between(clock.instant(), until);
    }
}
