package dev.parley.platform.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import dev.parley.contracts.DomainEvent;
import dev.parley.platform.outbox.OutboxEntry;
import dev.parley.platform.outbox.OutboxRelay;
import dev.parley.platform.outbox.TraceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
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
            S state = mapper.next(former == null ? null : mapper.state(former), change);
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
        return former == null ? insert(write) : replace(write);
    }

    /** False when the id is taken. */
    boolean insert(PendingWrite write) {
        try {
            collection.insertOne(write.insert());
        } catch (MongoWriteException e) {
            if (isSameId(e)) {
                return false;
            }
            throw e;
        }
        publish(write);
        return true;
    }

    /** False when the version has moved on. */
    boolean replace(PendingWrite write) {
        if (collection.updateOne(write.filter(), write.update()).getMatchedCount() == 0) {
            return false;
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
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                && e.getError().getMessage().contains("index: _id_");
    }
}
