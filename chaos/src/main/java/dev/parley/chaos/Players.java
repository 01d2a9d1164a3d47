package dev.parley.chaos;

import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.client.ParleyClient;
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

    private final List<Ground> grounds;
    private final Duration patience;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger played = new AtomicInteger();
    private final Collection<String> abandoned = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean going = true;

    /** Patient enough to outlast the longest fault. */
    Players(List<Ground> grounds, Duration patience) {
        this.grounds = grounds;
        this.patience = patience;
    }

    /** So many interviews at once in each troupe. */
    void start(int each) {
        for (int here = 0; here < grounds.size(); here++) {
            ParleyClient stranger = grounds.get((here + 1) % grounds.size()).organizer();
            start(each, grounds.get(here), stranger);
        }
    }

    private void start(int each, Ground ground, ParleyClient stranger) {
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
                threads.add(Thread.ofVirtual().start(() -> play(cast, ground.kit(), stranger, position)));
            }
        }
    }

    private void play(Cast cast, String kit, ParleyClient stranger, String position) {
        while (going) {
            try {
                new Play(cast, kit, stranger, patience, number.incrementAndGet()).toTheEnd(position);
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
