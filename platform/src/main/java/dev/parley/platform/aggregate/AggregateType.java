package dev.parley.platform.aggregate;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/**
 * How aggregates of one kind are kept.
 *
 * @param collection where their documents are
 * @param kind the subject of their events; null for documents that publish none (drafts, copies of others' data)
 * @param evolve the next state after an event; the state is null before the first
 * @param order of lists
 * @param indexes for the queries on it; fields of the state are {@code state.…}
 */
public record AggregateType<S>(
        String collection,
        Class<S> stateType,
        @Nullable AggregateKind kind,
        Evolve<S> evolve,
        ListOrder<S> order,
        List<IndexDefinition> indexes) {

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    public AggregateType {
        indexes = List.copyOf(indexes);
    }

    /** An aggregate that publishes events; the record key is its id. */
    public static <S> AggregateType<S> publishing(
            AggregateKind kind, String collection, Class<S> stateType, Evolve<S> evolve, IndexDefinition... indexes) {
        return new AggregateType<>(collection, stateType, kind, evolve, ListOrder.byCreation(), List.of(indexes));
    }

    /** A document that publishes nothing. */
    public static <S> AggregateType<S> silent(String collection, Class<S> stateType, IndexDefinition... indexes) {
        Evolve<S> none = (state, event) -> {
            throw new IllegalStateException(collection + " publishes no events");
        };
        return new AggregateType<>(collection, stateType, null, none, ListOrder.byCreation(), List.of(indexes));
    }

    /** The same, listed in another order than that of creation. */
    public AggregateType<S> listedBy(ListOrder<S> other) {
        return new AggregateType<>(collection, stateType, kind, evolve, other, indexes);
    }

    /** What the aggregate is called in answers to callers. */
    String label() {
        String name = kind == null ? collection.replaceFirst("s$", "") : kind.prefix();
        return CAPITAL.matcher(name).replaceAll(found -> " " + found.group().toLowerCase(Locale.ROOT));
    }

    /** Applies one event to a state; pure. */
    @FunctionalInterface
    public interface Evolve<S> {
        S apply(@Nullable S state, DomainEvent event);
    }
}
