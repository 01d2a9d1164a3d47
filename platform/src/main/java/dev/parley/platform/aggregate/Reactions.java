package dev.parley.platform.aggregate;

import dev.parley.contracts.Envelope;
import dev.parley.platform.inbox.EventFreshness;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Instant;

/**
 * What operators see of the events that aggregates of one type react to. It counts in the global registry: for a few
 * numbers neither a store nor who opens it needs a further collaborator.
 */
final class Reactions {

    private final EventFreshness freshness;
    private final Counter skipped;

    Reactions(String collection) {
        this.freshness = new EventFreshness(Metrics.globalRegistry, collection);
        this.skipped = Counter.builder("parley.inbox.skipped")
                .description("Events that came again and changed nothing")
                .tag("effect", collection)
                .register(Metrics.globalRegistry);
    }

    void applied(Envelope event, Instant now) {
        freshness.applied(event.metadata().time(), now);
    }

    void skipped() {
        skipped.increment();
    }
}
