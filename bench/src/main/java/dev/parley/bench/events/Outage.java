package dev.parley.bench.events;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.kafka.listener.MessageListenerContainer;

/** The broker is stopped, commands go on, it is started again: what had to wait, and how long until nothing does. */
final class Outage {

    private static final int CALLERS = 32;
    private static final int DOCUMENTS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private final Engines engines;
    private final Trial trial;
    private final Consumer<String> say;
    private final AggregateStore<Opening> openings;
    private final MongoCollection<Document> documents;
    private final String[] ids = Stream.generate(Trial::newId).limit(DOCUMENTS).toArray(String[]::new);

    Outage(Engines engines, Trial trial, Consumer<String> say) {
        this.engines = engines;
        this.trial = trial;
        this.say = say;
        this.openings = trial.openings();
        this.documents = trial.mongo().getCollection(Opening.TYPE.collection());
    }

    List<Figure> measure(Duration away, int perSecond) throws InterruptedException {
        prepare();
        Follower follower = trial.follower("positions");
        MessageListenerContainer container = trial.container(follower);
        var lag = new Lag(engines.kafkaBootstrap(), follower);
        container.start();
        Patience.until("the consumer to have everything", PATIENCE, () -> isPublished() && lag.isNone());
        var heap = new Heap();

        say.accept("The broker is stopped; commands go on for %d s.".formatted(away.toSeconds()));
        engines.stopBroker();
        int commands = Math.toIntExact(away.toSeconds() * perSecond);
        int accepted = command(commands, perSecond);
        int pending = pending();
        say.accept("The broker is started again; events that wait: " + pending);
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.told("outage: commands accepted, of " + commands, Integer.toString(accepted)),
                Figure.told("outage: events waiting at its end", Integer.toString(pending))));
        figures.addAll(recovery(lag));
        figures.add(Figure.told("outage: most heap in use, of " + Heap.most(), heap.peak()));
        container.stop();
        return figures;
    }

    private void prepare() throws InterruptedException {
        Callers.share(CALLERS, DOCUMENTS, i -> {
            Origin origin = trial.origin();
            openings.carryOut(origin, ids[i], _ -> Opening.open(ids[i], origin.now()));
        });
    }

    private int command(int commands, int perSecond) {
        var accepted = new AtomicInteger();
        Steady.run(perSecond, commands, i -> {
            CommandContext command = trial.command();
            openings.handle(command, ids[i % DOCUMENTS], state -> state.turn(command.now()));
            accepted.incrementAndGet();
        });
        return accepted.get();
    }

    private List<Figure> recovery(Lag lag) {
        long start = System.nanoTime();
        engines.startBroker();
        long up = System.nanoTime();
        Patience.until("the outbox to empty", PATIENCE, this::isPublished);
        long published = System.nanoTime();
        Patience.until("the consumer's lag to end", PATIENCE, lag::isNone);
        long followed = System.nanoTime();
        return List.of(
                Figure.told("outage: start of the broker", seconds(up - start)),
                Figure.told("outage: from then to an empty outbox", seconds(published - up)),
                Figure.told("outage: from then to a consumer without lag", seconds(followed - up)));
    }

    private boolean isPublished() {
        return documents.find(Filters.exists("outboxSince")).first() == null;
    }

    private int pending() {
        Document sum = documents
                .aggregate(List.of(
                        Aggregates.match(Filters.exists("outboxSince")),
                        Aggregates.group(null, Accumulators.sum("events", new Document("$size", "$outbox")))))
                .first();
        return sum == null ? 0 : sum.getInteger("events");
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
