package dev.parley.analytics.deadletters;

import static dev.parley.contracts.EventCodec.text;

import dev.parley.analytics.topology.AnalyticsTopics;
import dev.parley.analytics.topology.DeadLetters;
import dev.parley.analytics.topology.Replay;
import dev.parley.platform.inbox.Letter;
import java.time.Clock;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Brings dead letters into the database, and takes away those that the topology has taken at last; while the database is
 * away they wait on their topic. All about one subject is on one partition, in the order in which it happened.
 */
@Component
final class DeadLetterListener {

    static final String CONSUMER = "analytics-service.topology";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterListener.class);

    private final dev.parley.platform.inbox.DeadLetters letters;
    private final Sent sent;
    private final Clock clock;

    DeadLetterListener(dev.parley.platform.inbox.DeadLetters letters, Sent sent, Clock clock) {
        this.letters = letters;
        this.sent = sent;
        this.clock = clock;
    }

    @KafkaListener(id = AnalyticsTopics.DEAD_LETTERS_GROUP, topics = AnalyticsTopics.DEAD_LETTERS)
    void on(ConsumerRecord<String, byte[]> told) {
        Origin.of(told.headers())
                .ifPresentOrElse(
                        origin -> take(told, letter(told, origin)),
                        () -> LOG.error("no dead letter is at {}-{}", told.partition(), told.offset()));
    }

    private void take(ConsumerRecord<String, byte[]> told, Letter letter) {
        if (text(told.headers(), DeadLetters.SETTLED) != null) {
            sent.settle(letter);
            return;
        }
        letters.keep(letter);
        if (text(told.headers(), Replay.HEADER) != null) {
            letters.blame(letter, letter.cause());
            sent.forget(letter);
        }
    }

    private Letter letter(ConsumerRecord<String, byte[]> told, Origin origin) {
        String cause = Objects.requireNonNullElse(text(told.headers(), DeadLetters.CAUSE), "");
        return Letter.of(CONSUMER, origin.restore(told), cause, clock.instant());
    }
}
