package dev.parley.platform.aggregate;

import dev.parley.contracts.DomainEvent;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a command decided: events for everyone, and changes of state that no event may tell (drafts, personal fields,
 * reasons).
 */
public record Change<S>(List<DomainEvent> events, UnaryOperator<S> privately) {

    public Change {
        events = List.copyOf(events);
    }

    public static <S> Change<S> of(DomainEvent... events) {
        return new Change<>(List.of(events), UnaryOperator.identity());
    }

    public static <S> Change<S> of(List<? extends DomainEvent> events) {
        return new Change<>(List.copyOf(events), UnaryOperator.identity());
    }

    /** A change that is nobody else's business. */
    public static <S> Change<S> privately(UnaryOperator<S> change) {
        return new Change<>(List.of(), change);
    }

    /** The same events, followed by a private change of the state they lead to. */
    public Change<S> and(UnaryOperator<S> change) {
        return new Change<>(events, state -> change.apply(privately.apply(state)));
    }
}
