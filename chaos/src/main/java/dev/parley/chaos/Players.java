package dev.parley.chaos;

import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.play.Cast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Interviews without end, several at once, until they are told to stop. */
final class Players {
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(500);

    private final Ground ground;
    private final Duration patience;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger played = new AtomicInteger();
    private final Collection<String> abandoned = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean going = true;

    /** Patient enough to outlast the longest fault. */
    Players(Ground ground, Duration patience) {
        this.ground = ground;
        this.patience = patience;
    }

    /** So many interviews at once in each troupe. */
    void start(int each) {
        for (Cast cast : ground.casts()) {
            String position = cast.organizer()
                    .post(
                            "/api/v1/positions",
                            JsonMapper.shared()
                                    .createObjectNode()
                                    .put("title", "Engineer")
                                    .put("timeZone", "Europe/Berlin"))
                    .id();
            for (int i = 0; i < each; i++) {
                threads.add(Thread.ofVirtual().start(() -> play(cast, position)));
            }
        }
    }

    private void play(Cast cast, String position) {
        while (going) {
            try {
                new Play(cast, ground, patience, number.incrementAndGet()).toTheEnd(position);
                played.incrementAndGet();
            } catch (ApiException e) {
                abandoned.add(String.valueOf(e.getMessage()));
                LockSupport.parkNanos(BREATH);
            }
        }
    }

    int played() {
        return played.get();
    }

    Collection<String> abandoned() {
        return abandoned;
    }

    /** Lets everybody finish the interview they are in. */
    void stop() {
        going = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
