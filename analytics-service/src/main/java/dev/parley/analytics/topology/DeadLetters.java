package dev.parley.analytics.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.analytics.topology.Outcome.DeadLetter;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Sets records aside on a topic of their own, so that storing them never touches the transaction. */
public final class DeadLetters {

    public static final String CAUSE = "parley_cause";
    public static final String TOPIC = "parley_topic";
    public static final String PARTITION = "parley_partition";
    public static final String OFFSET = "parley_offset";

    /** On what says that a replayed letter is done; it has no cause then. */
    public static final String SETTLED = "parley_settled";

    private final ProcessorContext<String, Outcome> context;

    DeadLetters(ProcessorContext<String, Outcome> context) {
        this.context = context;
    }

    /** Whether the record at hand comes back from an operator. */
    boolean isReplay() {
        return context.recordMetadata()
                .filter(place -> place.topic().equals(AnalyticsTopics.REPLAYS))
                .isPresent();
    }

    void add(Record<String, byte[]> arrived, String cause) {
        var headers = headers(arrived);
        put(headers, CAUSE, cause);
        byte[] value = arrived.value() == null ? new byte[0] : arrived.value();
        context.forward(arrived.<Outcome>withValue(new DeadLetter(value)).withHeaders(headers));
    }

    /** Tells that a letter is done, if the record at hand was one. */
    void settleIfReplayed(Record<String, byte[]> arrived) {
        if (isReplay()) {
            var headers = headers(arrived);
            put(headers, SETTLED, "true");
            context.forward(
                    arrived.<Outcome>withValue(new DeadLetter(new byte[0])).withHeaders(headers));
        }
    }

    // a letter that comes back stays the letter of the place it was first read from
    private RecordHeaders headers(Record<String, byte[]> arrived) {
        var headers = new RecordHeaders(arrived.headers());
        if (!isReplay() || headers.lastHeader(TOPIC) == null) {
            context.recordMetadata().ifPresent(origin -> describe(headers, origin));
        }
        return headers;
    }

    private static void describe(RecordHeaders headers, RecordMetadata origin) {
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
    }

    private static void put(RecordHeaders headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
