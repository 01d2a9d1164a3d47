package dev.parley.analytics.feed;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.id.OrganizationId;
import java.time.Instant;
import java.util.Date;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/** An event at the place where it was first read. */
record Arrival(Envelope event, int lane, long offset, String json) {

    static Arrival of(Envelope event, ConsumerRecord<String, byte[]> kafkaRecord) {
        return new Arrival(event, Lane.of(kafkaRecord), kafkaRecord.offset(), StructuredEvent.of(kafkaRecord));
    }

    String id() {
        return EventKey.of(event.subject().toString(), event.sequence());
    }

    OrganizationId organization() {
        return event.metadata().organizationId();
    }

    Instant time() {
        return event.metadata().time();
    }

    @SuppressWarnings("JavaUtilDate") // the driver speaks it
    Document document() {
        return new Document("eventId", event.metadata().id())
                .append("organizationId", organization().value())
                .append("lane", lane)
                .append("offset", offset)
                .append("type", event.metadata().type())
                .append("time", Date.from(time()))
                .append("event", json);
    }
}
