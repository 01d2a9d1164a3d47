package dev.parley.bench.events;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.outbox.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * A consumer that catches up: from the first record in its hands to the effect of the last. Each subject has two events,
 * so half of its writes make a document and half change one. Bare are bulk upserts of the same documents out of memory.
 */
final class Following {

    private static final int EVENTS_EACH = 2;
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Trial trial;
    private final Bare bare;
    private final int subjects;
    private final Follower follower;
    private final MessageListenerContainer container;
    private final MongoCollection<Document> theirs;

    Following(Trial trial, Bare bare, int subjects) {
        this.trial = trial;
        this.bare = bare;
        this.subjects = subjects;
        this.follower = trial.follower("users");
        this.container = trial.container(follower);
        this.theirs = bare.collection("followed");
    }

    Figure measure(int rounds) throws Exception {
        return Figure.share(
                "consumer with sequence guard, catching up",
                Rounds.inTurn(rounds, this::platformRate, this::bareRate),
                0.50);
    }

    private double platformRate() {
        String[] ids = newIds();
        for (int sequence = 1; sequence <= EVENTS_EACH; sequence++) {
            for (String id : ids) {
                OutboxEntry event = event(id, sequence);
                bare.producer()
                        .send(EventCodec.toRecord(
                                event.metadata(), event.json().getBytes(StandardCharsets.UTF_8), null));
            }
        }
        bare.producer().flush();
        follower.reset();
        container.start();
        Patience.until("the consumer", PATIENCE, () -> follower.taken() >= writes());
        double rate = Rate.between(follower.firstNanos(), follower.lastNanos(), writes());
        container.stop();
        return rate;
    }

    private double bareRate() {
        List<List<ReplaceOneModel<Document>>> batches = batches();
        long start = System.nanoTime();
        batches.forEach(batch -> theirs.bulkWrite(batch, new BulkWriteOptions().ordered(false)));
        return Rate.since(start, writes());
    }

    private List<List<ReplaceOneModel<Document>>> batches() {
        String[] ids = newIds();
        List<List<ReplaceOneModel<Document>>> batches = new ArrayList<>();
        for (int sequence = 1; sequence <= EVENTS_EACH; sequence++) {
            for (int from = 0; from < ids.length; from += BATCH) {
                List<ReplaceOneModel<Document>> batch = new ArrayList<>();
                for (String id : List.of(ids).subList(from, Math.min(from + BATCH, ids.length))) {
                    OutboxEntry event = event(id, sequence);
                    Document followed = Documents.followed(
                            id,
                            event.metadata().subject().toString(),
                            sequence,
                            event.metadata().id(),
                            trial.origin());
                    batch.add(
                            new ReplaceOneModel<>(Filters.eq("_id", id), followed, new ReplaceOptions().upsert(true)));
                }
                batches.add(batch);
            }
        }
        return batches;
    }

    private OutboxEntry event(String id, long sequence) {
        Origin origin = trial.origin();
        var added = new UserAdded(new UserId(id), Set.of(), origin.now());
        return OutboxEntry.of(added, AggregateKind.USER, id, sequence, origin, null);
    }

    private int writes() {
        return subjects * EVENTS_EACH;
    }

    private String[] newIds() {
        return Stream.generate(Trial::newId).limit(subjects).toArray(String[]::new);
    }
}
