package dev.parley.analytics.feed;

import dev.parley.contracts.Topic;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One partition of one public topic, as a number that never changes: cursors hold it. */
final class Lane {

    static final int COUNT = Topic.values().length * Topic.PARTITIONS;

    private Lane() {}

    static int of(ConsumerRecord<?, ?> kafkaRecord) {
        return of(kafkaRecord.topic(), kafkaRecord.partition());
    }

    static int of(String topic, int partition) {
        return Arrays.stream(Topic.values())
                .filter(one -> one.topicName().equals(topic))
                .map(one -> one.ordinal() * Topic.PARTITIONS + partition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(topic + " is no topic of the feed"));
    }
}
