package dev.parley.analytics.feed;

import dev.parley.contracts.Envelope;
import dev.parley.platform.inbox.SequenceGapException;
import dev.parley.platform.inbox.SequenceReusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What of a batch is new: each event once, and only behind its predecessor. */
final class Arrivals {

    private final Map<String, String> eventIds;
    private final List<Arrival> kept = new ArrayList<>();

    /** @param eventIds what is kept already of the events of this batch and their predecessors, by key */
    Arrivals(Map<String, String> eventIds) {
        this.eventIds = new HashMap<>(eventIds);
    }

    /**
     * Takes an event, unless it is here.
     *
     * @throws SequenceReusedException when another event has its place
     * @throws SequenceGapException when the one before it is not here
     */
    void add(Envelope event, ConsumerRecord<String, byte[]> kafkaRecord) {
        Arrival arrival = Arrival.of(event, kafkaRecord);
        String eventId = event.metadata().id();
        String here = eventIds.get(arrival.id());
        if (eventId.equals(here)) {
            return;
        }
        if (here != null) {
            throw new SequenceReusedException(event.subject(), event.sequence());
        }
        long before = event.sequence() - 1;
        if (before > 0 && !eventIds.containsKey(EventKey.of(event.subject().toString(), before))) {
            throw new SequenceGapException(event.subject(), before - 1, event.sequence());
        }
        eventIds.put(arrival.id(), eventId);
        kept.add(arrival);
    }

    List<Arrival> kept() {
        return List.copyOf(kept);
    }
}
