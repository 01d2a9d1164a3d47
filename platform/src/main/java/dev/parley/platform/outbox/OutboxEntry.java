package dev.parley.platform.outbox;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An event waiting in its aggregate's document. */
public record OutboxEntry(
        EventMetadata metadata, String json, @Nullable String traceparent) {

    /** A new event of the aggregate, with its place in the aggregate's history. */
    public static OutboxEntry of(
            DomainEvent event,
            AggregateKind kind,
            String aggregateId,
            long sequence,
            Origin origin,
            @Nullable String traceparent) {
        var metadata = new EventMetadata(
                UUID.randomUUID().toString(),
                EventTypes.nameOf(event),
                kind.subject(aggregateId),
                sequence,
                origin.organizationId(),
                origin.actor(),
                origin.correlationId(),
                origin.causationId(),
                origin.imported(),
                origin.now(),
                aggregateId);
        return new OutboxEntry(metadata, ContractsJson.events().writeValueAsString(event), traceparent);
    }

    /** Of the event's data on the wire, in bytes. */
    public int size() {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    ProducerRecord<String, byte[]> toRecord() {
        return EventCodec.toRecord(metadata, json.getBytes(StandardCharsets.UTF_8), traceparent);
    }

    public Document write() {
        return new Document("id", metadata.id())
                .append("type", metadata.type())
                .append("kind", metadata.subject().kind().prefix())
                .append("sequence", metadata.sequence())
                .append("actor", metadata.actor())
                .append("correlationId", metadata.correlationId())
                .append("causationId", metadata.causationId())
                .append("imported", metadata.imported())
                .append("time", metadata.time())
                .append("traceparent", traceparent)
                .append("json", json);
    }

    static OutboxEntry read(Document entry, String aggregateId, String organizationId) {
        AggregateKind kind = AggregateKind.valueOf(entry.getString("kind").toUpperCase(Locale.ROOT));
        var metadata = new EventMetadata(
                entry.getString("id"),
                entry.getString("type"),
                kind.subject(aggregateId),
                entry.getLong("sequence"),
                new OrganizationId(organizationId),
                entry.getString("actor"),
                entry.getString("correlationId"),
                entry.getString("causationId"),
                entry.getBoolean("imported"),
                entry.getDate("time").toInstant(),
                aggregateId);
        return new OutboxEntry(metadata, entry.getString("json"), entry.getString("traceparent"));
    }
}
