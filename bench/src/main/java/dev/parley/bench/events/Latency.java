package dev.parley.bench.events;

import com.mongodb.client.MongoCollection;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/** From the beginning of a save to its record in the hands of a consumer, at a steady rate. */
final class Latency {

    private static final int PER_SECOND = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Trial trial;
    private final Bare bare;
    private final int samples;
    private final AggregateStore<Opening> openings;
    private final MongoCollection<Document> theirs;

    Latency(Trial trial, Bare bare, int samples) {
        this.trial = trial;
        this.bare = bare;
        this.samples = samples;
        this.openings = trial.openings();
        this.theirs = bare.collection("seen");
    }

    List<Figure> measure(String bootstrap, int rounds) throws Exception {
        List<double[]> ours = new ArrayList<>();
        List<double[]> others = new ArrayList<>();
        try (var published = new Arrivals(bootstrap, Topic.SESSION.topicName());
                var sent = new Arrivals(bootstrap, Bare.TOPIC)) {
            Rounds.inTurn(
                    rounds, () -> median(ours, published, this::save), () -> median(others, sent, this::saveBare));
        }
        return Stream.of(figure("median", 0.5, 10, ours, others), figure("p99", 0.99, 60, ours, others))
                .toList();
    }

    private Figure figure(String name, double share, double bar, List<double[]> ours, List<double[]> others) {
        return Figure.atMost(
                "save → visible to a consumer, " + PER_SECOND + "/s, " + name,
                Statistics.percentile(counting(ours), share),
                Statistics.percentile(counting(others), share),
                bar);
    }

    /** All samples but those of the first round, which warms up. */
    private static double[] counting(List<double[]> rounds) {
        return rounds.stream().skip(1).flatMapToDouble(Arrays::stream).toArray();
    }

    private double median(List<double[]> kept, Arrivals arrivals, Consumer<String> save) {
        String[] ids = Stream.generate(Trial::newId).limit(samples).toArray(String[]::new);
        long[] begun = new long[samples];
        Steady.run(PER_SECOND, samples, i -> {
            begun[i] = System.nanoTime();
            save.accept(ids[i]);
        });
        double[] millis = IntStream.range(0, samples)
                .mapToDouble(i -> (arrivals.nanos(ids[i]) - begun[i]) / NANOS_PER_MILLI)
                .toArray();
        kept.add(millis);
        return Statistics.median(millis);
    }

    private void save(String id) {
        Origin origin = trial.origin();
        openings.carryOut(origin, id, _ -> Opening.open(id, origin.now()));
    }

    private void saveBare(String id) {
        Origin origin = trial.origin();
        OutboxEntry event = Documents.event(id, 1, new PositionOpened(new PositionId(id), "UTC", origin.now()), origin);
        theirs.insertOne(Documents.opening(id, origin, event));
        bare.publish(theirs, event);
    }
}
