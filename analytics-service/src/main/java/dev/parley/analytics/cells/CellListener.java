package dev.parley.analytics.cells;

import dev.parley.analytics.topology.AnalyticsTopics;
import dev.parley.analytics.updates.Revisions;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Brings committed counts into the database. Whatever the database refuses to do is tried again for ever. */
@Component
final class CellListener {

    private static final Logger LOG = LoggerFactory.getLogger(CellListener.class);

    private final CellStore store;
    private final Revisions revisions;
    private final MeterRegistry meters;

    CellListener(CellStore store, Revisions revisions, MeterRegistry meters) {
        this.store = store;
        this.revisions = revisions;
        this.meters = meters;
    }

    @KafkaListener(
            id = AnalyticsTopics.VIEWS_GROUP,
            topics = AnalyticsTopics.CELLS,
            batch = "true",
            properties = "max.poll.records=1000")
    void on(List<ConsumerRecord<String, byte[]>> counted) {
        Collection<CellChange> changes = latest(counted);
        store.write(changes);
        // after the cells, so that who is told finds them; and again after a crash between the two
        revisions.changed(
                changes.stream().map(change -> change.cell().organization()).collect(Collectors.toSet()));
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
