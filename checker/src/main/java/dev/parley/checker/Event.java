package dev.parley.checker;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record of a topic.
 *
 * @param type without its version, for example {@code session.started}
 * @param causation id of the event it answers; null for a command's own
 * @param digest of the bytes of the value
 */
record Event(
        Place place,
        String id,
        String type,
        String subject,
        long sequence,
        String organization,
        String correlation,
        @Nullable String causation,
        String digest,
        JsonNode data) {

    /** Where it is. */
    record Place(String topic, int partition, long offset) {
        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    String kind() {
        return subject.substring(0, Math.max(0, subject.indexOf('/')));
    }

    String subjectId() {
        return subject.substring(subject.indexOf('/') + 1);
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    @Override
    public String toString() {
        return type + " no. " + sequence + " (" + id + ") at " + place;
    }
}
