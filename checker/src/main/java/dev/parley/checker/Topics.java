package dev.parley.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The broker, looked at with a plain client. */
final class Topics implements AutoCloseable {
    private static final Set<String> EVENTS =
            Set.of("question-events", "session-events", "scoring-events", "identity-events");
    private static final Duration POLL = Duration.ofMillis(200);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Topics(String bootstrap) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Every event from offset 0, partition by partition. */
    List<ConsumerRecord<byte[], byte[]>> events() {
        Set<TopicPartition> partitions = new HashSet<>();
        EVENTS.forEach(topic -> consumer.partitionsFor(topic)
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<TopicPartition, Long> from = new HashMap<>();
        partitions.forEach(partition -> from.put(partition, 0L));
        read(from, records);
        return records;
    }

    /** Records that some group has not taken yet, by group; markers of transactions are no records. */
    Map<String, Integer> lag() throws InterruptedException {
        Map<String, Integer> lag = new HashMap<>();
        committed().forEach((group, offsets) -> {
            Map<TopicPartition, Long> behind = new HashMap<>();
            Map<TopicPartition, Long> ends = consumer.endOffsets(offsets.keySet());
            offsets.forEach((partition, offset) -> {
                if (offset.offset() < ends.getOrDefault(partition, 0L)) {
                    behind.put(partition, offset.offset());
                }
            });
            List<ConsumerRecord<byte[], byte[]>> waiting = new ArrayList<>();
            read(behind, waiting);
            lag.put(group, waiting.size());
        });
        return lag;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed() throws InterruptedException {
        try {
            Collection<GroupListing> groups = admin.listGroups().all().get();
            Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new HashMap<>();
            for (GroupListing group : groups) {
                Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
                admin.listConsumerGroupOffsets(Map.of(group.groupId(), new ListConsumerGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata(group.groupId())
                        .get()
                        .forEach((partition, offset) -> {
                            if (offset != null) {
                                offsets.put(partition, offset);
                            }
                        });
                committed.put(group.groupId(), offsets);
            }
            return committed;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not tell its groups", e.getCause());
        }
    }

    private void read(Map<TopicPartition, Long> from, List<ConsumerRecord<byte[], byte[]>> into) {
        if (from.isEmpty()) {
            return;
        }
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(into::add);
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
