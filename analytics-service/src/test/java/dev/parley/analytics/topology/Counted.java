package dev.parley.analytics.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker: records in, cells and dead letters out. */
final class Counted implements AutoCloseable {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, CellCount> counted;
    private final Map<String, CellCount> cells = new TreeMap<>();
    private int changes;

    Counted(Path stateDirectory) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(AnalyticsTopology.of(1, registry), properties);
        counted = driver.createOutputTopic(
                AnalyticsTopics.CELLS,
                new StringDeserializer(),
                JsonSerde.of(CellCount.class).deserializer());
    }

    Counted feed(Collection<ProducerRecord<String, byte[]>> records) {
        records.forEach(this::feed);
        return this;
    }

    Counted feed(ProducerRecord<String, byte[]> published) {
        driver.createInputTopic(published.topic(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(published.key(), published.value(), published.headers()));
        return this;
    }

    /** Cells that count something: what they count, without the parts that are the same for all. */
    Map<String, Long> figures() {
        drain();
        return cells.entrySet().stream()
                .filter(entry -> entry.getValue().count() != 0)
                .collect(Collectors.toMap(
                        entry -> brief(Cell.parse(entry.getKey())),
                        entry -> entry.getValue().count(),
                        Long::sum,
                        TreeMap::new));
    }

    CellCount cell(String brief) {
        drain();
        return cells.entrySet().stream()
                .filter(entry -> brief(Cell.parse(entry.getKey())).equals(brief))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** How many records have reached the cells topic so far. */
    int changes() {
        drain();
        return changes;
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        AnalyticsTopics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    static String cause(TestRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader(DeadLetters.CAUSE).value(), UTF_8);
    }

    double tally(String outcome) {
        return registry.counter("parley.analytics.events", "outcome", outcome).count();
    }

    private void drain() {
        counted.readRecordsToList().forEach(changed -> {
            cells.put(changed.key(), changed.value());
            changes++;
        });
    }

    private static String brief(Cell cell) {
        return cell.metric() + " " + cell.value() + " " + cell.day();
    }

    @Override
    public void close() {
        driver.close();
    }
}
