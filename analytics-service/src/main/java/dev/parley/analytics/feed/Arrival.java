package dev.parley.analytics.feed;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.inbox.RecordConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/**
 * A new event and where it goes.
 *
 * @param json nothing for one that was discarded
 */
record Arrival(Envelope event, int lane, long place, String json) {

    static Arrival of(Envelope event, ConsumerRecord<String, byte[]> kafkaRecord, long place) {
        String json = isDiscarded(event) ? "" : StructuredEvent.of(kafkaRecord);
        return new Arrival(event, Lane.of(kafkaRecord), place, json);
    }

    String key() {
        return EventKey.of(event.subject().toString(), event.sequence());
    }

    OrganizationId organization() {
        return event.metadata().organizationId();
    }

    Kept kept() {
        return new Kept(event.metadata().id(), place);
    }

    boolean isDiscarded() {
        return isDiscarded(event);
    }

    /** As it is kept. What was discarded has no organization, so no reader finds it; its successors do. */
    Document document() {
        Document document = new Document("_id", key())
                .append("eventId", event.metadata().id())
                .append("place", place);
        return isDiscarded()
                ? document.append("discarded", true)
                : document.append("organizationId", organization().value())
                        .append("lane", lane)
                        .append("type", event.metadata().type())
                        .append("event", json);
    }

    private static boolean isDiscarded(Envelope event) {
        return event.metadata().type().equals(RecordConsumer.DISCARDED);
    }
}
