package dev.parley.platform.outbox;

import static dev.parley.contracts.EventCodec.text;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends one record, in the trace of the command it came from, and waits until Kafka holds it durably. */
public final class EventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);
    private static final int PATIENCE_SECONDS = 20;

    private final KafkaTemplate<String, byte[]> kafka;
    private final Counter published;

    public EventPublisher(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.published = Counter.builder("parley.outbox.published")
                .description("Events acknowledged by Kafka, repeats included")
                .register(meters);
    }

    /**
     * Returns when the record is acknowledged.
     *
     * @throws PublishException when it may not be on the topic
     */
    void publish(ProducerRecord<String, byte[]> event) {
        try (var _ = TraceContext.carriedBy(event.headers()).makeCurrent();
                var _ = MDC.putCloseable("correlationId", text(event.headers(), "ce_correlationid"))) {
            RecordMetadata place =
                    kafka.send(event).get(PATIENCE_SECONDS, TimeUnit.SECONDS).getRecordMetadata();
            published.increment();
            LOG.debug("{} of {} is at {}", text(event.headers(), "ce_type"), event.key(), place);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException(e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw new PublishException(e);
        }
    }

    /** Kafka did not acknowledge; the event stays in the outbox. */
    static final class PublishException extends RuntimeException {
        PublishException(Throwable cause) {
            super("Kafka did not acknowledge an event", cause);
        }
    }
}
