package dev.parley.platform.outbox;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.Origin;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/** Documents as a crash right after the save leaves them: stored, nothing published. */
final class Waiting {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant IGNORED_BY_THE_SWEEPER = Instant.parse("2999-01-01T00:00:00Z");

    private Waiting() {}

    static OutboxEntry event(OrganizationId organization, String id, long sequence, String timeZone) {
        var origin = new Origin(organization, "system", "crashed-command", null, false, LONG_AGO);
        var opened = new PositionOpened(new PositionId(id), timeZone, LONG_AGO);
        return OutboxEntry.of(opened, AggregateKind.POSITION, id, sequence, origin, null);
    }

    static Document document(OrganizationId organization, String id, OutboxEntry... events) {
        return withOutbox(
                organization, id, Arrays.stream(events).map(OutboxEntry::write).toList());
    }

    static Document withOutbox(OrganizationId organization, String id, List<Document> outbox) {
        return new Document("_id", id)
                .append("organizationId", organization.value())
                .append("version", 7L)
                .append("sequence", (long) outbox.size())
                .append("createdAt", LONG_AGO)
                .append("updatedAt", LONG_AGO)
                .append(
                        "state",
                        new Document("_id", id)
                                .append("timeZone", "UTC")
                                .append("open", true)
                                .append("remarks", List.of()))
                .append("sources", List.of())
                .append("idempotency", List.of())
                .append("outbox", outbox)
                .append("outboxSince", LONG_AGO);
    }

    /** The same, out of the sweeper's sight. */
    static Document hidden(Document document) {
        return document.append("outboxSince", IGNORED_BY_THE_SWEEPER);
    }

    static Document reveal() {
        return new Document("$set", new Document("outboxSince", LONG_AGO));
    }
}
