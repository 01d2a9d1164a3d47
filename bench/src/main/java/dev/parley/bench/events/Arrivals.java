package dev.parley.bench.events;

import dev.parley.contracts.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer with nothing to do but note when the first record of each key was visible to it. */
final class Arrivals implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean following;

    Arrivals(String bootstrap, String topic) {
        thread = Thread.ofPlatform().name("arrivals-" + topic).start(() -> follow(bootstrap, topic));
        Patience.until("a consumer of " + topic, Duration.ofSeconds(30), () -> following);
    }

    private void follow(String bootstrap, String topic) {
        var settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            following = true;
            while (!closed) {
                var records = consumer.poll(POLL);
                long now = System.nanoTime();
                records.forEach(one -> seen.putIfAbsent(one.key(), now));
            }
        }
    }

    /** In the time of {@link System#nanoTime}; waits until it is there. */
    long nanos(String key) {
        Patience.until("a record with key " + key, Duration.ofMinutes(1), () -> seen.containsKey(key));
        return seen.getOrDefault(key, 0L);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
