package dev.parley.platform.aggregate;

import dev.parley.contracts.Envelope;
import dev.parley.platform.inbox.Delivery;
import dev.parley.platform.inbox.EventConsumer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A consumer each of whose events changes one aggregate of one type, so that many can be taken at a time. */
public interface AggregateConsumer<S> extends EventConsumer {

    /** For the listener's properties: a batch of it costs little more than one event. */
    String MANY = "max.poll.records=500";

    AggregateStore<S> store();

    /** The id of the aggregate that the event changes; empty for a subject that is not followed. */
    Optional<String> target(Envelope event);

    /** What the event changes; without an effect it still counts in its subject's history. */
    Change<S> react(@Nullable S state, Envelope event);

    @Override
    default void apply(Envelope event) {
        target(event).ifPresent(id -> store().react(event, id, state -> react(state, event)));
    }

    @Override
    default Set<Delivery> applyAll(List<Delivery> deliveries) {
        return store().reactAll(this, deliveries);
    }
}
