package dev.parley.analytics.deadletters;

import dev.parley.analytics.topology.AnalyticsTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Brings dead letters into the database; while it is away they wait on their topic. */
@Component
final class DeadLetterListener {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterListener.class);

    private final DeadLetterStore store;

    DeadLetterListener(DeadLetterStore store) {
        this.store = store;
    }

    @KafkaListener(id = AnalyticsTopics.DEAD_LETTERS_GROUP, topics = AnalyticsTopics.DEAD_LETTERS)
    void on(ConsumerRecord<String, byte[]> letter) {
        Origin.of(letter.headers())
                .ifPresentOrElse(
                        origin -> store.keep(origin, letter),
                        () -> LOG.error("no dead letter is at {}-{}", letter.partition(), letter.offset()));
    }
}
