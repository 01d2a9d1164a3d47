package dev.parley.analytics.topology;

import dev.parley.contracts.MalformedEventException;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators what became of the events. */
final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    private final MeterRegistry registry;

    Tally(MeterRegistry registry) {
        this.registry = registry;
    }

    void applied() {
        count("applied");
    }

    void discarded(Place place) {
        count("discarded");
        LOG.warn("{} {} was discarded by an operator", place.subject(), place.sequence());
    }

    void skipped() {
        count("skipped");
    }

    void parked(Place place, String cause) {
        count("parked");
        LOG.error("{} {} is set aside: {}", place.subject(), place.sequence(), cause);
    }

    void unreadable(MalformedEventException fault) {
        count("unreadable");
        LOG.error("a record without a place in any history is set aside: {}", fault.getMessage());
    }

    void conflict(Place place) {
        count("conflict");
        LOG.error("{} {} came again as another event, {}", place.subject(), place.sequence(), place.eventId());
    }

    private void count(String outcome) {
        registry.counter("parley.analytics.events", "outcome", outcome).increment();
    }
}
