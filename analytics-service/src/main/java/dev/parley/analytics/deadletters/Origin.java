package dev.parley.analytics.deadletters;

import static dev.parley.contracts.EventCodec.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.analytics.topology.AnalyticsTopics;
import dev.parley.analytics.topology.DeadLetters;
import dev.parley.analytics.topology.Replay;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Where a dead letter was first read. */
record Origin(String topic, int partition, long offset) {

    private static final String OURS = "parley_";

    /** Nothing when the record was not written by the topology. */
    static Optional<Origin> of(Headers headers) {
        String topic = text(headers, DeadLetters.TOPIC);
        String partition = text(headers, DeadLetters.PARTITION);
        String offset = text(headers, DeadLetters.OFFSET);
        if (topic == null || partition == null || offset == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Origin(topic, Integer.parseInt(partition), Long.parseLong(offset)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The record as it was there. */
    ConsumerRecord<String, byte[]> restore(ConsumerRecord<String, byte[]> letter) {
        var restored = new ConsumerRecord<>(topic, partition, offset, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(OURS)) {
                restored.headers().add(header);
            }
        }
        return restored;
    }

    /** The record on its way back to the topology, which finds out by its key where it belongs. */
    static ProducerRecord<String, byte[]> replay(ConsumerRecord<String, byte[]> content, Replay how) {
        var replayed = new ProducerRecord<>(AnalyticsTopics.REPLAYS, null, content.key(), content.value());
        Headers headers = replayed.headers();
        content.headers().forEach(headers::add);
        put(headers, DeadLetters.TOPIC, content.topic());
        put(headers, DeadLetters.PARTITION, Integer.toString(content.partition()));
        put(headers, DeadLetters.OFFSET, Long.toString(content.offset()));
        put(headers, Replay.HEADER, how.name());
        return replayed;
    }

    private static void put(Headers headers, String name, String text) {
        headers.remove(name).add(name, text.getBytes(UTF_8));
    }
}
