package dev.parley.analytics.streams;

import dev.parley.analytics.topology.AnalyticsTopics;
import dev.parley.contracts.Topic;
import dev.parley.platform.kafka.KafkaTopicProperties;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The topics only this service reads and writes, made when it starts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.topics.create", matchIfMissing = true)
class TopicsConfiguration {

    @Bean
    NewTopics analyticsTopics(KafkaTopicProperties topics) {
        return new NewTopics(
                topic(AnalyticsTopics.CELLS, "compact", topics),
                topic(AnalyticsTopics.DEAD_LETTERS, "delete", topics),
                topic(AnalyticsTopics.REPLAYS, "delete", topics));
    }

    private static NewTopic topic(String name, String cleanup, KafkaTopicProperties topics) {
        return TopicBuilder.name(name)
                .partitions(Topic.PARTITIONS)
                .replicas(topics.replication())
                .configs(Map.of(
                        "cleanup.policy",
                        cleanup,
                        "retention.ms",
                        "-1",
                        "min.insync.replicas",
                        topics.replication() >= 3 ? "2" : "1",
                        "unclean.leader.election.enable",
                        "false"))
                .build();
    }
}
