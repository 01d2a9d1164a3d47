package dev.parley.analytics.updates;

import dev.parley.contracts.id.OrganizationId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams open on this replica. Telling them something never waits for a client. */
@Component
final class UpdateStreams {

    private final Map<OrganizationId, Set<UpdateStream>> open = new ConcurrentHashMap<>();
    private final Clock clock;

    UpdateStreams(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        meters.gauge("parley.analytics.streams", this, UpdateStreams::count);
    }

    /** A stream of the organization's revisions that ends when the caller's token does. */
    SseEmitter open(OrganizationId organization, Instant until) {
        // the stream itself knows when to end
        var emitter = new SseEmitter(0L);
        var stream = new UpdateStream(emitter, until, clock);
        open.compute(organization, (_, streams) -> {
            Set<UpdateStream> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            all.add(stream);
            return all;
        });
        Thread.ofVirtual().name("updates").start(() -> {
            try {
                stream.run();
            } finally {
                forget(organization, stream);
            }
        });
        return emitter;
    }

    void signal(OrganizationId organization, long revision) {
        open.getOrDefault(organization, Set.of()).forEach(stream -> stream.signal(revision));
    }

    Set<OrganizationId> organizations() {
        return Set.copyOf(open.keySet());
    }

    private void forget(OrganizationId organization, UpdateStream stream) {
        open.computeIfPresent(organization, (_, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private int count() {
        return open.values().stream().mapToInt(Set::size).sum();
    }
}
