package dev.parley.platform.inbox;

import dev.parley.contracts.Envelope;

/**
 * One follower of a topic: what its listener does with an event, and what is done when a dead letter of it is replayed.
 */
public interface EventConsumer {

    /** Under which its faults are kept; never another one's, and the same for ever. */
    String name();

    /**
     * The effect of one event. The sequence guard of what it changes makes it idempotent and keeps the order: each event
     * of a followed subject goes through it, also one of a type not known here.
     */
    void apply(Envelope event);
}
