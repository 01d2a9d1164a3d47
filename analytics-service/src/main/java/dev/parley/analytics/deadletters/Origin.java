package dev.parley.analytics.deadletters;

import static dev.parley.contracts.EventCodec.text;

import dev.parley.analytics.topology.DeadLetters;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/** Where a dead letter was first read. */
record Origin(String topic, int partition, long offset) {

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

    String id(String consumer) {
        return String.join("|", consumer, topic, Integer.toString(partition), Long.toString(offset));
    }
}
