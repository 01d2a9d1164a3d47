package dev.parley.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The type registry: every event record and its wire name. */
public final class EventTypes {

    private static final Map<String, Class<? extends DomainEvent>> BY_NAME = leaves(DomainEvent.class)
            .filter(type -> type.isAnnotationPresent(EventType.class))
            .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    /** The record of a wire name, if this version knows it. */
    public static Optional<Class<? extends DomainEvent>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The wire name of an event. */
    public static String nameOf(DomainEvent event) {
        return event instanceof UnknownEvent unknown ? unknown.type() : nameOf(event.getClass());
    }

    /** All types by wire name, in alphabetical order. */
    public static SortedMap<String, Class<? extends DomainEvent>> all() {
        return new TreeMap<>(BY_NAME);
    }

    private static String nameOf(Class<? extends DomainEvent> type) {
        EventType declared = type.getAnnotation(EventType.class);
        if (declared == null) {
            throw new IllegalStateException(type.getName() + " has no @EventType");
        }
        return declared.value();
    }

    private static Stream<Class<? extends DomainEvent>> leaves(Class<? extends DomainEvent> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(child -> leaves(child.asSubclass(DomainEvent.class)))
                : Stream.of(type);
    }
}
