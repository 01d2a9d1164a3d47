package dev.parley.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type registry: every event record, those of former versions too, and its wire name. */
public final class EventTypes {

    private static final Map<String, Class<? extends DomainEvent>> BY_NAME = leaves(DomainEvent.class)
            .filter(type -> type.isAnnotationPresent(EventType.class))
            .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));
    private static final Map<String, Class<? extends FormerEvent>> FORMER =
            leaves(FormerEvent.class).collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    /** The record of a wire name that is written today. */
    public static Optional<Class<? extends DomainEvent>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The record of a wire name that was written once. */
    public static Optional<Class<? extends FormerEvent>> findFormer(String name) {
        return Optional.ofNullable(FORMER.get(name));
    }

    /** The wire name of an event. */
    public static String nameOf(DomainEvent event) {
        return event instanceof UnknownEvent unknown ? unknown.type() : nameOf(event.getClass());
    }

    /** All types that are written today by wire name, in alphabetical order. */
    public static SortedMap<String, Class<? extends DomainEvent>> all() {
        return new TreeMap<>(BY_NAME);
    }

    /** All types that can be on a topic, former versions included, by wire name, in alphabetical order. */
    public static SortedMap<String, Class<?>> everything() {
        SortedMap<String, Class<?>> types = new TreeMap<>(BY_NAME);
        types.putAll(FORMER);
        return types;
    }

    /** To which kind of aggregate the events of a type belong. */
    public static AggregateKind kindOf(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .map(source -> source.getAnnotation(About.class))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no @About"))
                .value();
    }

    /** The wire name of a type. */
    public static String nameOf(Class<?> type) {
        EventType declared = type.getAnnotation(EventType.class);
        if (declared == null) {
            throw new IllegalStateException(type.getName() + " has no @EventType");
        }
        return declared.value();
    }

    private static <T> Stream<Class<? extends T>> leaves(Class<T> root) {
        return leavesOf(root).map(type -> type.asSubclass(root));
    }

    private static Stream<Class<?>> leavesOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::leavesOf)
                : Stream.of(type);
    }
}
