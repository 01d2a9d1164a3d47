package dev.parley.platform.inbox;

import static dev.parley.contracts.EventCodec.text;

import com.mongodb.MongoException;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventCodec;
import dev.parley.platform.error.DomainException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;

/**
 * Takes a record to its effect. A fault of the infrastructure is thrown, so that the container pauses and retries for
 * ever; a fault of the record itself is set aside with its cause, and later records of its subject wait behind it.
 */
public final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final DeadLetters deadLetters;
    private final InboxMeters meters;

    Inbox(DeadLetters deadLetters, InboxMeters meters) {
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /**
     * Applies one record.
     *
     * @param consumer the name under which faults are kept; one per listener
     * @param effect must be idempotent by the sequence guard of what it changes
     */
    public void receive(String consumer, ConsumerRecord<String, byte[]> kafkaRecord, Consumer<Envelope> effect) {
        meters.arrived(consumer);
        String subject = text(kafkaRecord.headers(), "ce_subject");
        if (deadLetters.isParked(consumer, subject)) {
            setAside(consumer, kafkaRecord, "an earlier event of this subject waits");
            return;
        }
        try (var _ = MDC.putCloseable("correlationId", text(kafkaRecord.headers(), "ce_correlationid"))) {
            Envelope event = EventCodec.read(kafkaRecord);
            effect.accept(event);
            LOG.debug("{} took {} {}", consumer, event.subject(), event.sequence());
        } catch (DataAccessException | MongoException | DomainException.Unavailable e) {
            throw e;
        } catch (SequenceReusedException e) {
            meters.reused(consumer);
            raiseAlarm(consumer, kafkaRecord, e);
        } catch (SequenceGapException e) {
            meters.gap(consumer);
            raiseAlarm(consumer, kafkaRecord, e);
        } catch (RuntimeException e) {
            LOG.error("{} cannot take {}@{}", consumer, kafkaRecord.partition(), kafkaRecord.offset(), e);
            setAside(consumer, kafkaRecord, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void raiseAlarm(String consumer, ConsumerRecord<String, byte[]> kafkaRecord, RuntimeException cause) {
        LOG.error("alarm: {}", cause.getMessage());
        setAside(consumer, kafkaRecord, String.valueOf(cause.getMessage()));
    }

    private void setAside(String consumer, ConsumerRecord<String, byte[]> kafkaRecord, String cause) {
        deadLetters.keep(consumer, kafkaRecord, cause);
        meters.parked(consumer);
    }
}
