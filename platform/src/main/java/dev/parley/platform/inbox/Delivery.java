package dev.parley.platform.inbox;

import static dev.parley.contracts.EventCodec.text;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventCodec;
import dev.parley.platform.outbox.TraceContext;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;

/** One event of several that came together. */
public record Delivery(ConsumerRecord<String, byte[]> kafkaRecord, Envelope event) {

    static Delivery of(ConsumerRecord<String, byte[]> kafkaRecord) {
        return new Delivery(kafkaRecord, EventCodec.read(kafkaRecord));
    }

    /** Does what is to be done with the event in its trace and log context. */
    public <T> T within(Supplier<T> work) {
        return within(kafkaRecord, work);
    }

    static <T> T within(ConsumerRecord<String, byte[]> kafkaRecord, Supplier<T> work) {
        try (var _ = TraceContext.carriedBy(kafkaRecord.headers()).makeCurrent();
                var _ = MDC.putCloseable("correlationId", text(kafkaRecord.headers(), "ce_correlationid"))) {
            return work.get();
        }
    }

    static void within(ConsumerRecord<String, byte[]> kafkaRecord, Runnable work) {
        within(kafkaRecord, () -> {
            work.run();
            return kafkaRecord;
        });
    }
}
