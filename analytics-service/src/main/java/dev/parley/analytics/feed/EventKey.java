package dev.parley.analytics.feed;

import static dev.parley.contracts.EventCodec.text;

import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What identifies an event: its subject and its place in the subject's history. */
final class EventKey {

    private EventKey() {}

    static String of(String subject, long sequence) {
        return String.format(Locale.ROOT, "%s|%020d", subject, sequence);
    }

    /** The event and the one before it; nothing when the record does not say which it is. */
    static Stream<String> asked(ConsumerRecord<String, byte[]> kafkaRecord) {
        try {
            String subject = text(kafkaRecord.headers(), "ce_subject");
            long sequence = Long.parseLong(String.valueOf(text(kafkaRecord.headers(), "ce_sequence")));
            return Stream.of(of(String.valueOf(subject), sequence), of(String.valueOf(subject), sequence - 1));
        } catch (NumberFormatException _) {
            return Stream.empty();
        }
    }
}
