package dev.parley.analytics.feed;

import dev.parley.contracts.EventTypes;
import dev.parley.contracts.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One partition of one public topic, as a number that never changes: cursors hold it. */
final class Lane {

    static final int COUNT = Topic.values().length * Topic.PARTITIONS;

    private static final Map<String, Topic> TOPICS = EventTypes.everything().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    type -> EventTypes.kindOf(type.getValue()).topic()));

    private Lane() {}

    /** Whether events of this type are in this lane. */
    static boolean carries(int lane, String type) {
        return Topic.values()[lane / Topic.PARTITIONS] == TOPICS.get(type);
    }

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
