package dev.parley.platform.inbox;

import dev.parley.contracts.Envelope;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One follower of a topic: what its listener does with an event, and what is done when a dead letter of it is replayed.
 */
public interface EventConsumer extends RecordConsumer {

    /**
     * The effect of one event. The sequence guard of what it changes makes it idempotent and keeps the order: each event
     * of a followed subject goes through it, also one of a type not known here.
     */
    void apply(Envelope event);

    @Override
    default void apply(Envelope event, ConsumerRecord<String, byte[]> kafkaRecord) {
        apply(event);
    }

    /**
     * The effects of several events, in their order; gives back those that have to be applied alone, which are all of them
     * for a consumer that knows no better.
     */
    default Set<Delivery> applyAll(List<Delivery> deliveries) {
        return Set.copyOf(deliveries);
    }
}
