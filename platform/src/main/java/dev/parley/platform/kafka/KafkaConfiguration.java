package dev.parley.platform.kafka;

import dev.parley.contracts.Topic;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** The public topics, and what a listener does when the infrastructure fails: wait, and try the same record again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaTopicProperties.class)
public class KafkaConfiguration {

    @Bean
    @ConditionalOnProperty(name = "parley.topics.create", matchIfMissing = true)
    NewTopics publicTopics(KafkaTopicProperties properties) {
        return new NewTopics(Arrays.stream(Topic.values())
                .map(topic -> TopicBuilder.name(topic.topicName())
                        .partitions(Topic.PARTITIONS)
                        .replicas(properties.replication())
                        .configs(Map.of(
                                "cleanup.policy", "delete",
                                "retention.ms", "-1",
                                "min.insync.replicas", Integer.toString(properties.minInSync()),
                                "unclean.leader.election.enable", "false"))
                        .build())
                .toArray(NewTopic[]::new));
    }

    /** Also a record that comes in a batch is observed as one: its trace goes on, and it is counted. */
    @Bean
    @ConditionalOnMissingBean(ContainerCustomizer.class)
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> recordsOfABatch() {
        return container -> container.getContainerProperties().setRecordObservationsInBatch(true);
    }

    @Bean
    CommonErrorHandler retryForEver() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        var handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        handler.setAckAfterHandle(false);
        return handler;
    }
}
