package dev.parley.contracts.published;

import dev.parley.contracts.describe.Describe;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what {@link Describe} says. */
final class Texts {

    private Texts() {}

    static Describe of(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Describe.class))
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no @Describe"));
    }

    /** Of a field: its own text, else its accessor's in an interface, else its type's. */
    static String of(Field field) {
        return Stream.of(
                        Optional.ofNullable(field.getAnnotation(Describe.class)),
                        accessors(field.getDeclaringClass(), field.getName())
                                .map(accessor -> accessor.getAnnotation(Describe.class))
                                .filter(found -> found != null)
                                .findFirst(),
                        Optional.ofNullable(field.getType().getAnnotation(Describe.class)))
                .flatMap(Optional::stream)
                .map(Describe::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s.%s has no @Describe"
                        .formatted(field.getDeclaringClass().getSimpleName(), field.getName())));
    }

    private static Stream<Method> accessors(Class<?> type, String name) {
        return Arrays.stream(type.getInterfaces())
                .flatMap(parent -> Stream.concat(
                        Arrays.stream(parent.getDeclaredMethods())
                                .filter(method -> method.getName().equals(name)),
                        accessors(parent, name)));
    }
}
