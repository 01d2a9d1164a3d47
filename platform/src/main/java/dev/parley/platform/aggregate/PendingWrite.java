package dev.parley.platform.aggregate;

import static dev.parley.platform.aggregate.Limits.AGGREGATE_BYTES;
import static dev.parley.platform.aggregate.Limits.EVENT_BYTES;
import static dev.parley.platform.aggregate.Limits.PENDING_BYTES;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One command's effect on one document: everything that must be stored together. */
record PendingWrite(
        String id,
        Origin origin,
        long formerVersion,
        long version,
        long sequence,
        @Nullable Document state,
        List<OutboxEntry> events,
        @Nullable List<Document> idempotency,
        Sources sources) {

    Bson filter() {
        return Filters.and(
                Filters.eq("_id", id),
                Filters.eq("organizationId", origin.organizationId().value()),
                Filters.eq("version", formerVersion));
    }

    // the sequence guard can move without the version
    Bson unchanged(Document former) {
        return Filters.and(filter(), Filters.eq("sources", former.get("sources")));
    }

    /** Without an effect only the sequence guard moves, so the ETags that callers hold stay good. */
    Bson updateOf(Document former) {
        boolean isWithoutEffect = events.isEmpty() && Objects.equals(state, former.get("state"));
        return isWithoutEffect ? Updates.set("sources", sources.write()) : update();
    }

    /** All events that wait in the document once this is stored; empty when only the document can tell. */
    List<OutboxEntry> waitingAfter(@Nullable Document former) {
        boolean waitedBefore = former != null
                && !former.getList("outbox", Document.class, List.of()).isEmpty();
        return waitedBefore ? List.of() : events;
    }

    Bson update() {
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.set("state", state),
                Updates.set("version", version),
                Updates.set("sequence", sequence),
                Updates.set("updatedAt", origin.now()),
                Updates.set("sources", sources.write())));
        if (idempotency != null) {
            updates.add(Updates.set("idempotency", idempotency));
        }
        if (!events.isEmpty()) {
            updates.add(Updates.pushEach("outbox", outbox()));
            updates.add(Updates.min("outboxSince", origin.now()));
        }
        return Updates.combine(updates);
    }

    Document insert() {
        Document document = new Document("_id", id)
                .append("organizationId", origin.organizationId().value())
                .append("version", version)
                .append("sequence", sequence)
                .append("createdAt", origin.now())
                .append("updatedAt", origin.now())
                .append("state", state)
                .append("sources", sources.write())
                .append("idempotency", idempotency == null ? List.of() : idempotency)
                .append("outbox", outbox());
        return events.isEmpty() ? document : document.append("outboxSince", origin.now());
    }

    /** Refuses what would make a document or an event unhealthy, before anything is stored. */
    PendingWrite checked(@Nullable Document former) {
        for (OutboxEntry event : events) {
            if (event.size() > EVENT_BYTES) {
                throw new DomainException.TooLarge("One event would exceed " + EVENT_BYTES / 1024 + " kB.");
            }
        }
        if (state != null && bytes(state) > AGGREGATE_BYTES) {
            throw new DomainException.TooLarge("The resource would exceed " + AGGREGATE_BYTES / 1048576 + " MB.");
        }
        if (!events.isEmpty()) {
            checkPending(former == null ? List.of() : former.getList("outbox", Document.class, List.of()));
        }
        return this;
    }

    private void checkPending(List<Document> waiting) {
        int added = bytes(outbox());
        if (added > PENDING_BYTES) {
            throw new DomainException.TooLarge(
                    "The events of one command would exceed " + PENDING_BYTES / 1024 + " kB.");
        }
        if (bytes(waiting) + added > PENDING_BYTES) {
            throw new DomainException.Unavailable("Too many events of this resource wait to be published.");
        }
    }

    private List<Document> outbox() {
        return events.stream().map(OutboxEntry::write).toList();
    }

    private static int bytes(List<Document> documents) {
        return documents.stream().mapToInt(PendingWrite::bytes).sum();
    }

    private static int bytes(Document document) {
        return new RawBsonDocument(
                        document, MongoClientSettings.getDefaultCodecRegistry().get(Document.class))
                .getByteBuffer()
                .remaining();
    }
}
