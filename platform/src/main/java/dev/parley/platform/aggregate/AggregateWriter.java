package dev.parley.platform.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.parley.contracts.DomainEvent;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.outbox.OutboxEntry;
import dev.parley.platform.outbox.OutboxRelay;
import dev.parley.platform.outbox.TraceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Prepares the one write of a command, makes it if nobody was faster, and has its events published. */
final class AggregateWriter<S> {

    private final StateMapper<S> mapper;
    private final MongoCollection<Document> collection;
    private final OutboxRelay relay;
    private final DerivedIds ids;
    private final Environment environment;

    /** What of the surroundings a write needs. */
    record Environment(Clock clock, TraceContext trace) {}

    AggregateWriter(
            StateMapper<S> mapper,
            MongoCollection<Document> collection,
            OutboxRelay relay,
            DerivedIds ids,
            Environment environment) {
        this.mapper = mapper;
        this.collection = collection;
        this.relay = relay;
        this.ids = ids;
        this.environment = environment;
    }

    StateMapper<S> mapper() {
        return mapper;
    }

    BulkWriter inBulk() {
        return new BulkWriter(collection, relay);
    }

    Instant now() {
        return environment.clock().instant();
    }

    String derivedId(CommandContext context) {
        return ids.of(context.idempotencyKey().scope());
    }

    /** A write in the making. */
    final class Preparation {
        private final @Nullable Document former;
        private final String id;
        private final Origin origin;
        private final Change<S> change;
        private @Nullable List<Document> idempotency;
        private Sources sources;

        private Preparation(@Nullable Document former, String id, Origin origin, Change<S> change) {
            this.former = former;
            this.id = id;
            this.origin = origin;
            this.change = change;
            this.sources = former == null ? Sources.NONE : Sources.of(former);
        }

        Preparation remembering(CommandContext context, Receipt receipt, List<StoredOutcome> outcomes) {
            var outcome = new StoredOutcome(
                    context.idempotencyKey().scope(),
                    context.idempotencyKey().fingerprint(),
                    receipt.status(),
                    receipt.version(),
                    context.now());
            idempotency = StoredOutcome.keeping(outcomes, outcome);
            return this;
        }

        PendingWrite build() {
            long sequence = former == null ? 0 : former.getLong("sequence");
            long version = former == null ? 0 : former.getLong("version");
            @Nullable S state = mapper.next(mapper.state(former), change);
            return new PendingWrite(
                            id,
                            origin,
                            version,
                            version + 1,
                            sequence + change.events().size(),
                            mapper.write(state),
                            entries(id, sequence, origin, change),
                            idempotency,
                            sources)
                    .checked(former);
        }
    }

    /** The change's events, as they will wait in the document behind those it had before. */
    List<OutboxEntry> entries(String id, long sequence, Origin origin, Change<S> change) {
        List<OutboxEntry> entries = new ArrayList<>();
        for (DomainEvent event : change.events()) {
            entries.add(OutboxEntry.of(
                    event,
                    Objects.requireNonNull(mapper.type().kind()),
                    id,
                    sequence + entries.size() + 1,
                    origin,
                    environment.trace().current()));
        }
        return entries;
    }

    Preparation prepare(@Nullable Document former, String id, Origin origin, Change<S> change) {
        return new Preparation(former, id, origin, change);
    }

    /** Stores a reaction or a job's step. */
    boolean store(@Nullable Document former, String id, Origin origin, Change<S> change, Sources sources) {
        Preparation preparation = prepare(former, id, origin, change);
        preparation.sources = sources;
        PendingWrite write = preparation.build();
        return former == null ? insert(write) : update(former, write, write.updateOf(former));
    }

    /** False when the id is taken. */
    boolean insert(PendingWrite write) {
        try {
            collection.insertOne(write.insert());
        } catch (MongoWriteException e) {
            if (isSameId(e)) {
                return false;
            }
            throw conflictOr(e);
        }
        publish(null, write);
        return true;
    }

    /** False when the version or the sequence guard has moved on. */
    boolean replace(Document former, PendingWrite write) {
        return update(former, write, write.update());
    }

    private boolean update(Document former, PendingWrite write, Bson update) {
        try {
            if (collection.updateOne(write.unchanged(former), update).getMatchedCount() == 0) {
                return false;
            }
        } catch (MongoWriteException e) {
            throw conflictOr(e);
        }
        publish(former, write);
        return true;
    }

    private void publish(@Nullable Document former, PendingWrite write) {
        if (!write.events().isEmpty()) {
            relay.publishSoon(collection.getNamespace().getCollectionName(), write.id(), write.waitingAfter(former));
        }
    }

    private static boolean isSameId(MongoWriteException e) {
        return isDuplicate(e) && e.getError().getMessage().contains("index: _id_");
    }

    private static boolean isDuplicate(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    // a unique index spoke: the command is at fault, not the database
    private RuntimeException conflictOr(MongoWriteException e) {
        return isDuplicate(e)
                ? new DomainException.Conflict("Another " + mapper.type().label() + " has the same unique value.")
                : e;
    }
}
