package dev.parley.testkit;

import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.MalformedEventException;
import dev.parley.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads a topic from its beginning, as a stranger would; and writes what a test wants consumers to meet. */
public final class EventProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public EventProbe(Topic topic) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = await().atMost(PATIENCE)
                .until(
                        () -> consumer.partitionsFor(topic.topicName()).stream()
                                .map(info -> new TopicPartition(info.topic(), info.partition()))
                                .toList(),
                        found -> found.size() == Topic.PARTITIONS);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until that many events match, and gives them in the order read; each keeps what its schema promises. */
    public List<Envelope> events(int count, Predicate<Envelope> wanted) {
        List<ConsumerRecord<String, byte[]>> found = records(count, wanted);
        found.forEach(ReleasedSchema::check);
        return found.stream().map(EventCodec::read).toList();
    }

    /** The same as raw records. */
    public List<ConsumerRecord<String, byte[]>> records(int count, Predicate<Envelope> wanted) {
        return await().atMost(PATIENCE)
                .pollInSameThread()
                .until(
                        () -> {
                            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
                            return seen.stream()
                                    .filter(one -> matches(one, wanted))
                                    .toList();
                        },
                        found -> found.size() >= count);
    }

    private static boolean matches(ConsumerRecord<String, byte[]> one, Predicate<Envelope> wanted) {
        try {
            return wanted.test(EventCodec.read(one));
        } catch (MalformedEventException e) {
            return false;
        }
    }

    /** Everything read so far. */
    public List<ConsumerRecord<String, byte[]>> seen() {
        return List.copyOf(seen);
    }

    /** Puts records on a topic, in this order. */
    public static void publish(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    private static String bootstrap() {
        return Engines.shared().kafkaBootstrap();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
