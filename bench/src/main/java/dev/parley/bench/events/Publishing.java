package dev.parley.bench.events;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.outbox.OutboxEntry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Saves with an event, until each event is published and out of its outbox. The bare side does the same writes and sends
 * with the same freedom: one caller's next save does not wait for the event of its last.
 */
final class Publishing {

    private static final int CALLERS = 32;
    private static final int DOCUMENTS = 320;
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Trial trial;
    private final Bare bare;
    private final int saves;
    private final AggregateStore<Opening> openings;
    private final MongoCollection<Document> ours;
    private final MongoCollection<Document> theirs;
    private final String[] ids = Stream.generate(Trial::newId).limit(DOCUMENTS).toArray(String[]::new);

    Publishing(Trial trial, Bare bare, int saves) {
        this.trial = trial;
        this.bare = bare;
        this.saves = saves;
        this.openings = trial.openings();
        // the majority of one learns of a removal, which waits for nobody, only with the next journal
        this.ours = trial.mongo().getCollection(Opening.TYPE.collection()).withReadConcern(ReadConcern.LOCAL);
        this.theirs = bare.collection("published");
    }

    List<Figure> measure(int rounds) throws Exception {
        prepare();
        return List.of(
                Figure.share(
                        "publishing: save, send, remove; " + CALLERS + " callers",
                        Rounds.inTurn(rounds, this::platformRate, () -> bareRate(_ -> {})),
                        0.60),
                Figure.share(
                        "publishing, bare reading before it saves too",
                        Rounds.inTurn(rounds, this::platformRate, () -> bareRate(this::read))));
    }

    private void prepare() throws InterruptedException {
        Callers.share(CALLERS, DOCUMENTS, i -> {
            Origin origin = trial.origin();
            openings.carryOut(origin, ids[i], _ -> Opening.open(ids[i], origin.now()));
            theirs.insertOne(Documents.opening(ids[i], origin, closed(ids[i], 1, origin)));
            theirs.updateOne(Filters.eq("_id", ids[i]), Updates.set("outbox", List.of()));
        });
        awaitPublished();
    }

    private double platformRate() throws InterruptedException {
        long start = System.nanoTime();
        Callers.share(CALLERS, saves, i -> {
            Origin origin = trial.origin();
            openings.carryOut(
                    origin,
                    ids[i % DOCUMENTS],
                    state -> Objects.requireNonNull(state).turn(origin.now()));
        });
        awaitPublished();
        return Rate.since(start, saves);
    }

    private void awaitPublished() {
        Patience.until(
                "the outbox to empty",
                PATIENCE,
                () -> ours.find(Filters.exists("outboxSince")).first() == null);
    }

    private double bareRate(Consumer<String> first) throws InterruptedException {
        long start = System.nanoTime();
        var permits = new Semaphore(AT_ONCE);
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            Callers.share(CALLERS, saves, i -> {
                first.accept(ids[i % DOCUMENTS]);
                OutboxEntry event = save(ids[i % DOCUMENTS], i / DOCUMENTS + 2);
                permits.acquireUninterruptibly();
                background.execute(() -> {
                    try {
                        bare.publish(theirs, event);
                    } finally {
                        permits.release();
                    }
                });
            });
        }
        return Rate.since(start, saves);
    }

    private void read(String id) {
        theirs.find(Filters.eq("_id", id)).first();
    }

    private OutboxEntry save(String id, long sequence) {
        Origin origin = trial.origin();
        OutboxEntry event = closed(id, sequence, origin);
        theirs.updateOne(
                Filters.and(
                        Filters.eq("_id", id),
                        Filters.eq("organizationId", origin.organizationId().value())),
                Updates.combine(
                        Updates.set("state", Documents.state(id, false)),
                        Updates.inc("version", 1L),
                        Updates.set("sequence", sequence),
                        Updates.set("updatedAt", origin.now()),
                        Updates.set("sources", List.of()),
                        Updates.push("outbox", event.write()),
                        Updates.min("outboxSince", origin.now())));
        return event;
    }

    private static OutboxEntry closed(String id, long sequence, Origin origin) {
        return Documents.event(id, sequence, new PositionClosed(new PositionId(id), origin.now()), origin);
    }
}
