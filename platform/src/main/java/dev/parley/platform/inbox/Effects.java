package dev.parley.platform.inbox;

import static dev.parley.contracts.EventCodec.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.MongoException;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventCodec;
import dev.parley.platform.error.DomainException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;

/** From a record to the effect its consumer gives it, in the log context of the event. */
final class Effects {

    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

    private Effects() {}

    static void run(RecordConsumer consumer, ConsumerRecord<String, byte[]> kafkaRecord) {
        try (var _ = MDC.putCloseable("correlationId", text(kafkaRecord.headers(), "ce_correlationid"))) {
            Envelope event = EventCodec.read(kafkaRecord);
            consumer.apply(event, kafkaRecord);
            LOG.debug("{} took {} {}", consumer.name(), event.subject(), event.sequence());
        }
    }

    /** As an event of a type nobody knows: every consumer counts such a one in its subject's history, and no more. */
    static void pass(RecordConsumer consumer, ConsumerRecord<String, byte[]> kafkaRecord) {
        var headers = new RecordHeaders(kafkaRecord.headers());
        headers.remove("ce_type").add("ce_type", RecordConsumer.DISCARDED.getBytes(UTF_8));
        consumer.apply(EventCodec.read(kafkaRecord.key(), headers, new byte[0]), kafkaRecord);
    }

    /** Whether waiting is the answer, not setting the record aside. */
    static boolean isOfTheInfrastructure(RuntimeException fault) {
        return fault instanceof DataAccessException
                || fault instanceof MongoException
                || fault instanceof DomainException.Unavailable;
    }

    static String cause(RuntimeException fault) {
        return fault instanceof SequenceGapException || fault instanceof SequenceReusedException
                ? String.valueOf(fault.getMessage())
                : fault.getClass().getSimpleName() + ": " + fault.getMessage();
    }
}
