package dev.parley.testkit;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.id.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events of one subject as another service would publish them, numbered from 1. */
public final class Events {

    private final OrganizationId organization;
    private final AggregateKind kind;
    private final String id;
    private final String correlationId = UUID.randomUUID().toString();
    private long sequence;

    private Events(OrganizationId organization, AggregateKind kind, String id) {
        this.organization = organization;
        this.kind = kind;
        this.id = id;
    }

    public static Events of(OrganizationId organization, AggregateKind kind, String id) {
        return new Events(organization, kind, id);
    }

    /** The next event of the subject. */
    public Envelope next(DomainEvent event) {
        return numbered(++sequence, event);
    }

    /** An event that claims any place in the subject's history. */
    public Envelope numbered(long number, DomainEvent event) {
        var metadata = new EventMetadata(
                UUID.randomUUID().toString(),
                EventTypes.nameOf(event),
                kind.subject(id),
                number,
                organization,
                "system",
                correlationId,
                null,
                false,
                Instant.EPOCH,
                id);
        return new Envelope(metadata, event);
    }

    /** As it stands on the topic. */
    public static ProducerRecord<String, byte[]> record(Envelope event) {
        return EventCodec.toRecord(event.metadata(), ContractsJson.events().writeValueAsBytes(event.event()), null);
    }
}
