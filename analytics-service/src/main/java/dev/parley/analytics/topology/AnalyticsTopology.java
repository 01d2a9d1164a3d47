package dev.parley.analytics.topology;

import dev.parley.analytics.topology.Outcome.DeadLetter;
import dev.parley.analytics.topology.Outcome.Delta;
import dev.parley.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Events → facts → deltas, repartitioned by cell → counts → cells topic; and what cannot be counted, set aside. */
public final class AnalyticsTopology {

    public static final List<String> SOURCES =
            List.of(Topic.SESSION.topicName(), Topic.SCORING.topicName(), AnalyticsTopics.REPLAYS);

    private static final Serde<String> TEXT = Serdes.String();
    private static final String DELTAS = "cell-deltas";

    private AnalyticsTopology() {}

    /** The topology of one generation; another generation counts everything anew beside it. */
    public static Topology of(int generation, MeterRegistry registry) {
        var builder = new StreamsBuilder();
        builder.addStateStore(store(FactProcessor.STORE, Fact.class));
        builder.addStateStore(store(CellProcessor.STORE, CellCount.class));
        builder.stream(SOURCES, Consumed.with(TEXT, Serdes.ByteArray()).withName("events"))
                .process(() -> new FactProcessor(registry), Named.as("fold"), FactProcessor.STORE)
                .split(Named.as("outcome-"))
                .branch(
                        (_, outcome) -> outcome instanceof Delta,
                        Branched.withConsumer(deltas -> count(deltas, generation)))
                .defaultBranch(Branched.withConsumer(AnalyticsTopology::setAside));
        return builder.build();
    }

    /** The topic between the two halves of an application's topology. */
    public static String deltasTopic(String applicationId) {
        return applicationId + "-" + DELTAS + "-repartition";
    }

    private static void count(KStream<String, Outcome> deltas, int generation) {
        deltas.mapValues(outcome -> ((Delta) outcome).amount(), Named.as("amount"))
                .repartition(Repartitioned.<String, Integer>as(DELTAS)
                        .withKeySerde(TEXT)
                        .withValueSerde(Serdes.Integer())
                        .withNumberOfPartitions(Topic.PARTITIONS))
                .process(() -> new CellProcessor(generation), Named.as("count"), CellProcessor.STORE)
                .to(
                        AnalyticsTopics.CELLS,
                        Produced.with(TEXT, JsonSerde.of(CellCount.class)).withName("counted"));
    }

    private static void setAside(KStream<String, Outcome> letters) {
        letters.mapValues(outcome -> ((DeadLetter) outcome).value(), Named.as("letter"))
                .to(
                        AnalyticsTopics.DEAD_LETTERS,
                        Produced.with(TEXT, Serdes.ByteArray()).withName("set-aside"));
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), TEXT, JsonSerde.of(type));
    }
}
