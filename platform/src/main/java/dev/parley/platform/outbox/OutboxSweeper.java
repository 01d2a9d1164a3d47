package dev.parley.platform.outbox;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.parley.platform.security.CrossTenant;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Publishes what waits longer than it should: events of a crashed instance, of a time without Kafka, of a full queue. */
@CrossTenant("events of every organization are published")
public class OutboxSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweeper.class);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int BATCH = 10_000;
    private static final int AT_ONCE = 32;

    private final MongoTemplate mongo;
    private final OutboxRelay relay;
    private final Clock clock;
    private final AtomicLong oldestMillis = new AtomicLong();
    private final AtomicInteger pending = new AtomicInteger();

    public OutboxSweeper(MongoTemplate mongo, OutboxRelay relay, Clock clock, MeterRegistry meters) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
        Gauge.builder("parley.outbox.oldest.age", oldestMillis, millis -> millis.get() / 1000.0)
                .description("Age of the oldest event that waits to be published")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("parley.outbox.pending", pending, AtomicInteger::get)
                .description(
                        "Documents whose events have waited for more than a second; at most 10,000 of a collection")
                .register(meters);
    }

    /** How long the oldest unpublished event has waited, as last seen. */
    public Duration oldestAge() {
        return Duration.ofMillis(oldestMillis.get());
    }

    @Scheduled(fixedDelayString = "${parley.outbox.sweep-interval:1s}")
    void sweep() {
        Instant now = clock.instant();
        List<Waiting> waiting = new ArrayList<>();
        relay.collections().forEach(collection -> waiting.addAll(find(collection, now.minus(GRACE))));
        pending.set(waiting.size());
        oldestMillis.set(waiting.stream()
                .mapToLong(one -> Duration.between(one.since, now).toMillis())
                .max()
                .orElse(0));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < waiting.size(); from += AT_ONCE) {
                publish(waiting.subList(from, Math.min(from + AT_ONCE, waiting.size())), threads);
            }
        } catch (EventPublisher.PublishException e) {
            LOG.warn("{} documents have events waiting: {}", waiting.size(), String.valueOf(e.getCause()));
        }
    }

    /** Several documents at once; the first that cannot be published says that the others could not either. */
    private void publish(List<Waiting> some, ExecutorService threads) {
        List<CompletableFuture<Void>> all = some.stream()
                .map(one -> CompletableFuture.runAsync(() -> publish(one), threads))
                .toList();
        try {
            all.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    // one document nobody can read must not keep the events of all others
    private void publish(Waiting one) {
        try {
            relay.publish(one.collection, one.id);
        } catch (EventPublisher.PublishException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("the outbox of {} {} cannot be read", one.collection, one.id, e);
        }
    }

    private record Waiting(String collection, String id, Instant since) {}

    private List<Waiting> find(String collection, Instant before) {
        return mongo.getCollection(collection)
                .withReadConcern(ReadConcern.MAJORITY)
                .find(Filters.lt("outboxSince", before))
                .projection(Projections.include("outboxSince"))
                .sort(Sorts.ascending("outboxSince"))
                .limit(BATCH)
                .map((Document found) -> new Waiting(
                        collection,
                        found.getString("_id"),
                        found.getDate("outboxSince").toInstant()))
                .into(new ArrayList<>());
    }
}
