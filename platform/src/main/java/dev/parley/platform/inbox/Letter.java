package dev.parley.platform.inbox;

import static dev.parley.contracts.EventCodec.text;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that a consumer set aside.
 *
 * @param content the record as it would be taken now: as it came, or as an operator repaired it
 * @param cause why it could not be taken, the last time
 * @param at when it was set aside
 * @param repair absent for one that is still as it came
 */
public record Letter(
        String id,
        String consumer,
        ConsumerRecord<String, byte[]> content,
        String cause,
        Instant at,
        @Nullable Repair repair) {

    /** Who gave it other content, and the content it came with. */
    public record Repair(Act act, ConsumerRecord<String, byte[]> original) {}

    /** A letter of this record; the same record of the same consumer is the same letter. */
    public static Letter of(String consumer, ConsumerRecord<String, byte[]> content, String cause, Instant at) {
        String id = String.join(
                ":", consumer, content.topic(), Integer.toString(content.partition()), Long.toString(content.offset()));
        return new Letter(id, consumer, content, cause, at, null);
    }

    /** Absent when the record does not say whose history it belongs to; then it waits for itself alone. */
    public @Nullable String subject() {
        return text(content.headers(), "ce_subject");
    }

    @Nullable
    String eventId() {
        return text(content.headers(), "ce_id");
    }
}
