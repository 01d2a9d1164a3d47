package dev.parley.bench.events;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.outbox.OutboxEntry;
import java.util.List;
import org.bson.Document;

/** Documents and events as the platform stores them, for the bare side. */
final class Documents {

    private Documents() {}

    /** Just made, with its first event still to be published. */
    static Document opening(String id, Origin origin, OutboxEntry first) {
        return new Document("_id", id)
                .append("organizationId", origin.organizationId().value())
                .append("version", 1L)
                .append("sequence", 1L)
                .append("createdAt", origin.now())
                .append("updatedAt", origin.now())
                .append("state", state(id, true))
                .append("sources", List.of())
                .append("idempotency", List.of())
                .append("outbox", List.of(first.write()))
                .append("outboxSince", origin.now());
    }

    static Document state(String id, boolean open) {
        return new Document("id", id).append("open", open).append("text", Opening.TEXT);
    }

    /** The event that a change of the position with this sequence has. */
    static OutboxEntry event(String id, long sequence, DomainEvent event, Origin origin) {
        return OutboxEntry.of(event, AggregateKind.POSITION, id, sequence, origin, null);
    }

    /** What a consumer keeps of a subject it has followed so far. */
    static Document followed(String id, String subject, long sequence, String eventId, Origin origin) {
        return new Document("_id", id)
                .append("organizationId", origin.organizationId().value())
                .append("version", sequence)
                .append("sequence", 0L)
                .append("createdAt", origin.now())
                .append("updatedAt", origin.now())
                .append("state", new Document("last", "user.added.v1").append("text", Opening.TEXT))
                .append(
                        "sources",
                        List.of(new Document("subject", subject)
                                .append("sequence", sequence)
                                .append("eventId", eventId)))
                .append("idempotency", List.of())
                .append("outbox", List.of());
    }
}
