package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTests {

    @Test
    void everyEventRecordDeclaresItsWireName() {
        assertThat(leaves(DomainEvent.class).filter(type -> type != UnknownEvent.class))
                .isNotEmpty()
                .allMatch(type -> type.isAnnotationPresent(EventType.class), "has @EventType")
                .allMatch(Class::isRecord, "is a record");
    }

    @Test
    void wireNamesAreUniqueAndLookAlike() {
        List<String> names = leaves(DomainEvent.class)
                .filter(type -> type != UnknownEvent.class)
                .map(type -> type.getAnnotation(EventType.class).value())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("^[a-z-]+\\.[a-z-]+\\.v\\d+$"));
        assertThat(EventTypes.all().keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void nameAndRecordLeadToEachOther() {
        assertThat(Examples.all())
                .allSatisfy(event ->
                        assertThat(EventTypes.find(EventTypes.nameOf(event))).contains(event.getClass()));
        assertThat(EventTypes.find("session.teleported.v1")).isEmpty();
    }

    @Test
    void everyEventSaysWhenItHappened() {
        assertThat(EventTypes.all().values())
                .allSatisfy(type -> assertThat(
                                type.getRecordComponents()[type.getRecordComponents().length - 1].getName())
                        .isEqualTo("occurredAt"));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypesTests::leaves)
                : Stream.of(type);
    }
}
