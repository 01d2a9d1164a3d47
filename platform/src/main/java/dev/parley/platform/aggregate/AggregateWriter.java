package dev.parley.platform.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
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
            @Nullable S state = mapper.next(mapper.state(former), change);
            return new PendingWrite(
                            id,
                            origin,
                            former == null ? 0 : former.getLong("version"),
                            sequence + change.events().size(),
                            mapper.write(state),
                            entries(sequence),
                            idempotency,
                            sources)
                    .checked(former);
        }

        private List<OutboxEntry> entries(long sequence) {
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
    }

    Preparation prepare(@Nullable Document former, String id, Origin origin, Change<S> change) {
        return new Preparation(former, id, origin, change);
    }

    /** Stores a reaction or a job's step. */
    boolean store(@Nullable Document former, String id, Origin origin, Change<S> change, Sources sources) {
        Preparation preparation = prepare(former, id, origin, change);
        preparation.sources = sources;
        PendingWrite write = preparation.build();
        if (former == null) {
            return insert(write);
        }
        boolean isWithoutEffect = change.events().isEmpty() && Objects.equals(write.state(), former.get("state"));
        return isWithoutEffect ? follow(former, write) : replace(former, write);
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
        publish(write);
        return true;
    }

    /** Only the sequence guard moves, so the ETags that callers hold stay good. */
    private boolean follow(Document former, PendingWrite write) {
        var guard = Updates.set("sources", write.sources().write());
        return collection.updateOne(unchanged(former, write), guard).getMatchedCount() > 0;
    }

    // the sequence guard can move without the version
    private static Bson unchanged(Document former, PendingWrite write) {
        return Filters.and(write.filter(), Filters.eq("sources", former.get("sources")));
    }

    /** False when the version or the sequence guard has moved on. */
    boolean replace(Document former, PendingWrite write) {
        try {
            if (collection.updateOne(unchanged(former, write), write.update()).getMatchedCount() == 0) {
                return false;
            }
        } catch (MongoWriteException e) {
            throw conflictOr(e);
        }
        publish(write);
        return true;
    }

    private void publish(PendingWrite write) {
        if (!write.events().isEmpty()) {
            relay.publishSoon(collection.getNamespace().getCollectionName(), write.id());
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
