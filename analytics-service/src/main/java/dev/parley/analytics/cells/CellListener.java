package dev.parley.analytics.cells;

import static dev.parley.contracts.EventCodec.text;

import dev.parley.analytics.topology.AnalyticsTopics;
import dev.parley.analytics.updates.Revisions;
import dev.parley.platform.inbox.EventFreshness;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Brings committed counts into the database. Whatever the database refuses to do is tried again for ever. */
@Component
final class CellListener {

    private static final Logger LOG = LoggerFactory.getLogger(CellListener.class);

    private final CellStore store;
    private final Revisions revisions;
    private final EventFreshness freshness;
    private final MeterRegistry meters;
    private final Clock clock;

    CellListener(CellStore store, Revisions revisions, MeterRegistry meters, Clock clock) {
        this.store = store;
        this.revisions = revisions;
        this.meters = meters;
        this.clock = clock;
        this.freshness = new EventFreshness(meters, "views");
    }

    @KafkaListener(
            id = AnalyticsTopics.VIEWS_GROUP,
            topics = AnalyticsTopics.CELLS,
            batch = "true",
            properties = "max.poll.records=1000")
    void on(List<ConsumerRecord<String, byte[]>> counted) {
        Collection<CellChange> changes = latest(counted);
        store.write(changes);
        counted.forEach(this::tell);
        // after the cells, so that who is told finds them; and again after a crash between the two
        revisions.changed(
                changes.stream().map(change -> change.cell().organization()).collect(Collectors.toSet()));
    }

    private void tell(ConsumerRecord<String, byte[]> counted) {
        try (var _ = MDC.putCloseable("correlationId", text(counted.headers(), "ce_correlationid"))) {
            String recorded = text(counted.headers(), "ce_time");
            if (recorded != null) {
                freshness.applied(Instant.parse(recorded), clock.instant());
            }
            LOG.debug("a cell of {}-{}@{} is in the view", counted.topic(), counted.partition(), counted.offset());
        } catch (DateTimeParseException e) {
            LOG.warn("the time at {}-{}@{} is none", counted.topic(), counted.partition(), counted.offset(), e);
        }
    }

    private Collection<CellChange> latest(List<ConsumerRecord<String, byte[]>> counted) {
        Map<String, CellChange> latest = new LinkedHashMap<>();
        counted.forEach(entry -> read(entry).ifPresent(change -> latest.put(change.key(), change)));
        return latest.values();
    }

    private Optional<CellChange> read(ConsumerRecord<String, byte[]> counted) {
        try {
            return Optional.of(CellChange.read(counted));
        } catch (RuntimeException e) {
            meters.counter("parley.analytics.cells.unreadable").increment();
            LOG.error("no cell is at {}-{}@{}", counted.topic(), counted.partition(), counted.offset(), e);
            return Optional.empty();
        }
    }
}
