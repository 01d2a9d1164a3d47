package dev.parley.platform.aggregate;

import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** A command's outcome, kept in its aggregate so that a repeat of the command gets the same. */
record StoredOutcome(String scope, String fingerprint, int status, long version, Instant at) {

    static List<StoredOutcome> allIn(Document document) {
        return document.getList("idempotency", Document.class, List.of()).stream()
                .map(StoredOutcome::read)
                .toList();
    }

    /** The receipt of an earlier request with this key, unless it is forgotten by now. */
    static Optional<Receipt> find(Document document, IdempotencyKey key, Instant now) {
        return allIn(document).stream()
                .filter(outcome -> outcome.scope.equals(key.scope()) && outcome.isKeptAt(now))
                .findFirst()
                .map(outcome -> outcome.receiptFor(document.getString("_id"), key));
    }

    /** What is kept after a further command: what is not too old, and the new outcome. */
    static List<Document> keeping(List<StoredOutcome> former, StoredOutcome latest) {
        List<Document> kept = Stream.concat(
                        former.stream().filter(outcome -> outcome.isKeptAt(latest.at)), Stream.of(latest))
                .map(StoredOutcome::write)
                .toList();
        if (kept.size() > Limits.IDEMPOTENCY_KEYS) {
            throw new DomainException.TooMany(
                    "More than " + Limits.IDEMPOTENCY_KEYS + " commands on one resource within 24 hours.");
        }
        return kept;
    }

    private boolean isKeptAt(Instant now) {
        return at.isAfter(now.minus(IdempotencyKey.KEPT));
    }

    private Receipt receiptFor(String id, IdempotencyKey key) {
        if (!fingerprint.equals(key.fingerprint())) {
            throw new DomainException.KeyReused();
        }
        return new Receipt(id, version, status);
    }

    private static StoredOutcome read(Document document) {
        return new StoredOutcome(
                document.getString("scope"),
                document.getString("fingerprint"),
                document.getInteger("status"),
                document.getLong("version"),
                document.getDate("at").toInstant());
    }

    private Document write() {
        return new Document("scope", scope)
                .append("fingerprint", fingerprint)
                .append("status", status)
                .append("version", version)
                .append("at", at);
    }
}
