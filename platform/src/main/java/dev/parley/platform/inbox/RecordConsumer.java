package dev.parley.platform.inbox;

import dev.parley.contracts.Envelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A follower to whom the record matters in which an event came. Others are an {@link EventConsumer}. */
public interface RecordConsumer {

    /** The type as which an event comes that an operator discarded: it takes its place in its subject's history, no more. */
    String DISCARDED = "letter.discarded.v0";

    /** Under which its faults are kept; never another one's, and the same for ever. */
    String name();

    /** The effect of one event, as {@link EventConsumer#apply(Envelope)}; the record may be one that was set aside. */
    void apply(Envelope event, ConsumerRecord<String, byte[]> kafkaRecord);
}
