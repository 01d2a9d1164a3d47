package dev.parley.platform.outbox;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.bson.Document;
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

    private final MongoTemplate mongo;
    private final EventPublisher publisher;
    private final ExecutorService executor;
    private final Semaphore permits = new Semaphore(AT_ONCE);
    // documents being published, and whether somebody came meanwhile and left
    private final Map<String, Boolean> running = new ConcurrentHashMap<>();
    private final List<String> collections = new CopyOnWriteArrayList<>();

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

    /** Publishes in the background; with too many at it already, the sweeper will. */
    public void publishSoon(String collection, String id) {
        if (!permits.tryAcquire()) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    publish(collection, id);
                } catch (RuntimeException e) {
                    LOG.warn("events of {} {} stay in the outbox for the sweeper: {}", collection, id, e.toString());
                } finally {
                    permits.release();
                }
            });
        } catch (java.util.concurrent.RejectedExecutionException e) {
            permits.release();
        }
    }

    /**
     * Publishes now what the document holds. Returns at once when this instance is publishing it already; that one
     * looks again before it leaves.
     */
    void publish(String collection, String id) {
        String key = collection + "/" + id;
        if (running.merge(key, false, (_, _) -> true)) {
            return;
        }
        try {
            MongoCollection<Document> events = mongo.getCollection(collection).withReadConcern(ReadConcern.MAJORITY);
            long published = 0;
            do {
                running.put(key, false);
                published = publishPending(events, id, published);
            } while (!running.remove(key, false));
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
        long acknowledged = published;
        try {
            for (Document entry : found.getList("outbox", Document.class)) {
                if (entry.getLong("sequence") > published) {
                    publisher.publish(OutboxEntry.read(entry, id, found.getString("organizationId"))
                            .toRecord());
                    acknowledged = entry.getLong("sequence");
                }
            }
        } finally {
            forget(collection, id, acknowledged);
        }
        return acknowledged;
    }

    /** Losing these two writes only publishes again, so they wait for nobody. */
    private static void forget(MongoCollection<Document> collection, String id, long sequence) {
        MongoCollection<Document> relaxed = relaxed(collection);
        relaxed.updateOne(Filters.eq("_id", id), Updates.pull("outbox", Filters.lte("sequence", sequence)));
        noLongerWaiting(relaxed, id);
    }

    private static void noLongerWaiting(MongoCollection<Document> collection, String id) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", id), Filters.size("outbox", 0)), Updates.unset("outboxSince"));
    }

    private static MongoCollection<Document> relaxed(MongoCollection<Document> collection) {
        return collection.withWriteConcern(WriteConcern.W1.withJournal(false));
    }
}
