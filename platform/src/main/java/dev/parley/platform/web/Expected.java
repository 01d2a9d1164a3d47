package dev.parley.platform.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** In words for people: what kind of value would have been right. */
final class Expected {

    private Expected() {}

    static String of(Class<?> type) {
        return type.isEnum() ? "expected one of " + constants(type) : "expected " + name(type);
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String name(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "boolean", "Boolean" -> "true or false";
            case "byte", "short", "int", "long", "Byte", "Short", "Integer", "Long", "BigInteger" -> "a whole number";
            case "float", "double", "Float", "Double", "BigDecimal" -> "a number";
            case "Instant" -> "a time like 2026-03-01T09:30:00.000Z";
            case "LocalDate" -> "a day like 2026-03-01";
            case "ZoneId" -> "a time zone like Europe/Vienna";
            case "List", "Set", "ArrayList" -> "an array";
            case String id when id.endsWith("Id") -> "a lower-case UUID";
            default -> "an object";
        };
    }
}
