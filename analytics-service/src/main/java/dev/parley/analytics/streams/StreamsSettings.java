package dev.parley.analytics.streams;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import dev.parley.platform.kafka.KafkaTopicProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of Kafka Streams: exactly-once, and as little waiting as that allows. */
final class StreamsSettings {

    private static final int POLL_MILLIS = 20;
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;

    private StreamsSettings() {}

    static Properties of(Map<String, Object> connection, AnalyticsProperties analytics, KafkaTopicProperties topics) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, analytics.applicationId());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG, analytics.instanceDirectory().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, analytics.threads());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.putAll(exactlyOnce(analytics, topics));
        settings.putAll(quick());
        var properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static Map<String, Object> exactlyOnce(AnalyticsProperties analytics, KafkaTopicProperties topics) {
        return Map.of(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                analytics.commitInterval().toMillis(),
                StreamsConfig.REPLICATION_FACTOR_CONFIG,
                (int) topics.replication(),
                topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                topics.replication() >= 3 ? 2 : 1,
                consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest",
                consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                analytics.instance(),
                consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_TIMEOUT_MILLIS);
    }

    private static Map<String, Object> quick() {
        return Map.of(
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                0,
                StreamsConfig.POLL_MS_CONFIG,
                POLL_MILLIS,
                // the facts are the same in whatever order the two topics come
                StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                StreamsConfig.MAX_TASK_IDLE_MS_DISABLED,
                producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                0);
    }
}
