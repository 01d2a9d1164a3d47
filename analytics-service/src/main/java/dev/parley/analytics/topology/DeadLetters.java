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

    private final ProcessorContext<String, Outcome> context;

    DeadLetters(ProcessorContext<String, Outcome> context) {
        this.context = context;
    }

    void add(Record<String, byte[]> arrived, String cause) {
        var headers = new RecordHeaders(arrived.headers());
        put(headers, CAUSE, cause);
        context.recordMetadata().ifPresent(origin -> describe(headers, origin));
        byte[] value = arrived.value() == null ? new byte[0] : arrived.value();
        context.forward(arrived.<Outcome>withValue(new DeadLetter(value)).withHeaders(headers));
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
