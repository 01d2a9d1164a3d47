package dev.parley.platform.outbox;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Publishes the pending events of one document, in order, each after the acknowledgement of the one before, and then
 * removes what was acknowledged. It never changes the version. Several instances may publish the same event; first
 * occurrences are in order, stale repeats may follow. What a crash or a full queue leaves, the sweeper finds.
 */
public final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int AT_ONCE = 64;
    private static final int MOST_WAITING = 10_000;

    private final MongoTemplate mongo;
    private final EventPublisher publisher;
    private final ExecutorService executor;
    private final Semaphore permits = new Semaphore(AT_ONCE);
    // documents being published, and whether somebody came meanwhile and left
    private final Map<String, Boolean> running = new ConcurrentHashMap<>();
    private final Queue<Pending> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<String> collections = new CopyOnWriteArrayList<>();

    private record Pending(String collection, String id, List<OutboxEntry> events) {

        @Override
        public String toString() {
            return collection + " " + id;
        }
    }

    public OutboxRelay(MongoTemplate mongo, EventPublisher publisher, ExecutorService executor) {
        this.mongo = mongo;
        this.publisher = publisher;
        this.executor = executor;
    }

    /** Makes the collection known to the sweeper. */
    public void register(String collection) {
        collections.add(collection);
    }

    List<String> collections() {
        return collections;
    }

    /**
     * Publishes in the background. With too many at it already the document waits for one of them to be done; with too many
     * waiting, for the sweeper.
     *
     * @param events all that wait in the document, from whoever has just stored them; empty when the document must be asked
     */
    public void publishSoon(String collection, String id, List<OutboxEntry> events) {
        if (!permits.tryAcquire()) {
            waiting.offer(new Pending(collection, id, List.of()));
            return;
        }
        try {
            executor.execute(() -> publishInTurn(new Pending(collection, id, events)));
        } catch (RejectedExecutionException e) {
            permits.release();
        }
    }

    private void publishInTurn(Pending first) {
        @Nullable Pending next = first;
        try {
            while (next != null) {
                publish(next.collection, next.id, next.events);
                next = waiting.poll();
            }
        } catch (RuntimeException e) {
            LOG.warn("events of {} stay in the outbox for the sweeper: {}", next, e.toString());
        } finally {
            permits.release();
        }
    }

    /**
     * Publishes now what the document holds. Returns at once when this instance is publishing it already; that one
     * looks again before it leaves.
     */
    void publish(String collection, String id) {
        publish(collection, id, List.of());
    }

    private void publish(String collection, String id, List<OutboxEntry> events) {
        String key = collection + "/" + id;
        if (running.merge(key, false, (_, _) -> true)) {
            return;
        }
        try {
            MongoCollection<Document> documents =
                    mongo.getCollection(collection).withReadConcern(ReadConcern.MAJORITY);
            long published =
                    events.isEmpty() ? publishPending(documents, id, 0) : publish(documents, id, events.iterator(), 0);
            while (!running.remove(key, false)) {
                running.put(key, false);
                published = publishPending(documents, id, published);
            }
        } catch (RuntimeException e) {
            running.remove(key);
            throw e;
        }
    }

    /** Publishes what is pending beyond the given sequence: a majority read may still show what was just removed. */
    private long publishPending(MongoCollection<Document> collection, String id, long published) {
        Document found = collection
                .find(Filters.and(Filters.eq("_id", id), Filters.exists("outbox.0")))
                .projection(Projections.include("outbox", "organizationId"))
                .first();
        if (found == null) {
            // whoever took the last event away may have ended before this
            noLongerWaiting(relaxed(collection), id);
            return published;
        }
        Iterator<OutboxEntry> entries = found.getList("outbox", Document.class).stream()
                .map(entry -> OutboxEntry.read(entry, id, found.getString("organizationId")))
                .iterator();
        return publish(collection, id, entries, published);
    }

    private long publish(
            MongoCollection<Document> collection, String id, Iterator<OutboxEntry> entries, long published) {
        long acknowledged = published;
        try {
            while (entries.hasNext()) {
                OutboxEntry entry = entries.next();
                if (entry.metadata().sequence() > published) {
                    publisher.publish(entry.toRecord());
                    acknowledged = entry.metadata().sequence();
                }
            }
        } finally {
            if (acknowledged > 0) {
                forget(collection, id, acknowledged);
            }
        }
        return acknowledged;
    }

    /**
     * Losing this only publishes again, so it waits for nobody. With nothing newer in the outbox the document is unmarked in
     * the same write; else it stays marked for what is newer.
     */
    private static void forget(MongoCollection<Document> collection, String id, long sequence) {
        MongoCollection<Document> relaxed = relaxed(collection);
        Bson acknowledged = Updates.pull("outbox", Filters.lte("sequence", sequence));
        Bson nothingNewer = Filters.and(Filters.eq("_id", id), Filters.nor(Filters.gt("outbox.sequence", sequence)));
        if (relaxed.updateOne(nothingNewer, Updates.combine(acknowledged, Updates.unset("outboxSince")))
                        .getMatchedCount()
                == 0) {
            relaxed.updateOne(Filters.eq("_id", id), acknowledged);
        }
    }

    private static void noLongerWaiting(MongoCollection<Document> collection, String id) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", id), Filters.size("outbox", 0)), Updates.unset("outboxSince"));
    }

    private static MongoCollection<Document> relaxed(MongoCollection<Document> collection) {
        return collection.withWriteConcern(WriteConcern.W1.withJournal(false));
    }
}
