package dev.parley.analytics.feed;

import dev.parley.contracts.id.OrganizationId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Who waits for events on this replica. What this one stores wakes them at once; what others store, in a second. */
@Component
final class Readers implements SmartLifecycle {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Map<OrganizationId, Set<Reader>> waiting = new ConcurrentHashMap<>();
    private volatile boolean running;

    Readers(MeterRegistry meters) {
        meters.gauge("parley.analytics.feed.readers", this, Readers::count);
    }

    /** One that hears of every event stored from now on; to be closed. */
    Reader join(OrganizationId organization) {
        var reader = new Reader(organization);
        waiting.compute(organization, (_, readers) -> {
            Set<Reader> all = readers == null ? ConcurrentHashMap.newKeySet() : readers;
            all.add(reader);
            return all;
        });
        return reader;
    }

    void tell(Collection<OrganizationId> organizations) {
        organizations.forEach(one -> waiting.getOrDefault(one, Set.of()).forEach(reader -> reader.news.release()));
    }

    private int count() {
        return waiting.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Nobody waits for a server that stops. */
    @Override
    public void stop() {
        running = false;
        tell(waiting.keySet());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** One reader. */
    final class Reader implements AutoCloseable {

        private final OrganizationId organization;
        private final Semaphore news = new Semaphore(0);

        private Reader(OrganizationId organization) {
            this.organization = organization;
        }

        /** Until there may be something to read, at most this long; false when there is no use in waiting. */
        boolean await(Duration atMost) throws InterruptedException {
            if (!running || !atMost.isPositive()) {
                return false;
            }
            Duration wait = atMost.compareTo(LOOK_AGAIN) < 0 ? atMost : LOOK_AGAIN;
            if (news.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
            return running;
        }

        @Override
        public void close() {
            waiting.computeIfPresent(organization, (_, readers) -> {
                readers.remove(this);
                return readers.isEmpty() ? null : readers;
            });
        }
    }
}
