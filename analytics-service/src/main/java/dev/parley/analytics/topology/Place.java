package dev.parley.analytics.topology;

import dev.parley.contracts.EventCodec;
import dev.parley.contracts.MalformedEventException;
import dev.parley.contracts.Subject;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** Where a record belongs in the history of its subject; readable even when the event's data is not. */
record Place(Subject subject, long sequence, String eventId) {

    static Place of(Record<String, byte[]> arrived) {
        Subject subject = subject(required(arrived.headers(), "ce_subject"));
        if (!subject.id().equals(arrived.key())) {
            throw new MalformedEventException("the record key is not the subject's id");
        }
        long sequence = sequence(required(arrived.headers(), "ce_sequence"));
        return new Place(subject, sequence, required(arrived.headers(), "ce_id"));
    }

    private static Subject subject(String text) {
        try {
            return Subject.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("the subject has the wrong form", e);
        }
    }

    private static long sequence(String text) {
        try {
            long sequence = Long.parseLong(text);
            if (sequence >= 1) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            throw new MalformedEventException("the sequence is no number", e);
        }
        throw new MalformedEventException("a sequence starts at 1");
    }

    private static String required(Headers headers, String name) {
        String text = EventCodec.text(headers, name);
        if (text == null) {
            throw new MalformedEventException("the attribute " + name + " is missing");
        }
        return text;
    }
}
