package dev.parley.bench.events;

import dev.parley.contracts.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What a consumer has yet to take, by the offsets the broker knows. */
record Lag(String bootstrap, Follower follower) {

    boolean isNone() {
        var newest = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(follower.topic(), partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(follower.name())
                    .partitionsToOffsetAndMetadata()
                    .get();
            return admin.listOffsets(newest).all().get().entrySet().stream()
                    .allMatch(end -> end.getValue().offset() == 0
                            || taken.containsKey(end.getKey())
                                    && taken.get(end.getKey()).offset()
                                            >= end.getValue().offset());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }
}
