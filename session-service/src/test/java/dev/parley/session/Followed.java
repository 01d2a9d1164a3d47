package dev.parley.session;

import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Topic;
import dev.parley.testkit.Engines;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer has come. */
public final class Followed {

    private Followed() {}

    /** Returns when the consumer is done with everything that is on the topic now. */
    public static void upToNow(String consumer, Topic topic) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Engines.shared().kafkaBootstrap()))) {
            Map<TopicPartition, OffsetSpec> all = IntStream.range(0, Topic.PARTITIONS)
                    .boxed()
                    .collect(Collectors.toMap(
                            number -> new TopicPartition(topic.topicName(), number), _ -> OffsetSpec.latest()));
            var ends = admin.listOffsets(all)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            await().until(() -> {
                var reached = admin.listConsumerGroupOffsets(consumer)
                        .partitionsToOffsetAndMetadata()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
                return ends.entrySet().stream()
                        .allMatch(end -> end.getValue().offset() == 0
                                || (reached.get(end.getKey()) != null
                                        && reached.get(end.getKey()).offset()
                                                >= end.getValue().offset()));
            });
        }
    }
}
