package dev.parley.platform.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a record to its effect. A fault of the infrastructure is thrown, so that the container pauses and retries for
 * ever; a fault of the record itself is set aside with its cause, and later records of its subject wait behind it: the
 * sequence guard of the effect turns them away, and only then is it asked what they wait for.
 */
public final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String BEHIND = "an earlier event of this subject waits";

    private final DeadLetters letters;
    private final Settlements settlements;
    private final InboxMeters meters;
    private final Clock clock;

    Inbox(DeadLetters letters, Settlements settlements, InboxMeters meters, Clock clock) {
        this.letters = letters;
        this.settlements = settlements;
        this.meters = meters;
        this.clock = clock;
    }

    /** Applies one record. */
    public void receive(RecordConsumer consumer, ConsumerRecord<String, byte[]> kafkaRecord) {
        meters.arrived(consumer.name());
        try {
            Effects.run(consumer, kafkaRecord);
        } catch (SequenceGapException _) {
            join(consumer, kafkaRecord);
        } catch (RuntimeException e) {
            if (Effects.isOfTheInfrastructure(e)) {
                throw e;
            }
            if (settlements.replaced(consumer.name(), kafkaRecord)) {
                LOG.info("{} skips a repeat of an event that an operator settled", consumer.name());
                return;
            }
            letters.keep(letter(consumer, kafkaRecord, Effects.cause(e)));
            report(consumer, kafkaRecord, e);
        }
    }

    /** Applies several, as many as can be by few writes; the others one by one, in their order. */
    public void receiveAll(EventConsumer consumer, List<ConsumerRecord<String, byte[]>> kafkaRecords) {
        meters.arrived(consumer.name());
        Set<ConsumerRecord<String, byte[]>> alone = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Delivery> deliveries = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> one : kafkaRecords) {
            try {
                deliveries.add(Delivery.of(one));
            } catch (RuntimeException _) {
                alone.add(one);
            }
        }
        consumer.applyAll(deliveries).forEach(one -> alone.add(one.kafkaRecord()));
        for (ConsumerRecord<String, byte[]> one : kafkaRecords) {
            if (alone.contains(one)) {
                Delivery.within(one, () -> receive(consumer, one));
            }
        }
    }

    /**
     * Goes behind what waits already. Kept first and asked after: with nothing waiting, either this is the first, or
     * somebody drained the subject meanwhile, may not have seen this one, and has made room for it.
     */
    private void join(RecordConsumer consumer, ConsumerRecord<String, byte[]> kafkaRecord) {
        Letter letter = letter(consumer, kafkaRecord, BEHIND);
        letters.keep(letter);
        if (letters.isInCompany(letter)) {
            meters.parked(consumer.name());
            return;
        }
        try {
            Effects.run(consumer, kafkaRecord);
            letters.remove(letter);
        } catch (RuntimeException e) {
            if (Effects.isOfTheInfrastructure(e)) {
                throw e;
            }
            letters.blame(letter, Effects.cause(e));
            report(consumer, kafkaRecord, e);
        }
    }

    private Letter letter(RecordConsumer consumer, ConsumerRecord<String, byte[]> kafkaRecord, String cause) {
        return Letter.of(consumer.name(), kafkaRecord, cause, clock.instant());
    }

    private void report(RecordConsumer consumer, ConsumerRecord<String, byte[]> kafkaRecord, RuntimeException fault) {
        meters.parked(consumer.name());
        switch (fault) {
            case SequenceGapException gap -> {
                meters.gap(consumer.name());
                LOG.error("alarm: {}", gap.getMessage());
            }
            case SequenceReusedException reused -> {
                meters.reused(consumer.name());
                LOG.error("alarm: {}", reused.getMessage());
            }
            default ->
                LOG.error(
                        "{} cannot take {}@{}", consumer.name(), kafkaRecord.partition(), kafkaRecord.offset(), fault);
        }
    }
}
