package dev.parley.platform.error;

import java.util.Arrays;
import java.util.stream.Collectors;

/** In words for people: what kind of value would have been right. */
public final class TypeWords {

    private TypeWords() {}

    /** A noun with its article, such as "a whole number". */
    public static String of(Class<?> type) {
        return type.isEnum() ? "one of " + constants(type) : noun(type);
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String noun(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "boolean", "Boolean" -> "true or false";
            case "byte", "short", "int", "long", "Byte", "Short", "Integer", "Long", "BigInteger" -> "a whole number";
            case "float", "double", "Float", "Double", "BigDecimal" -> "a number";
            case "Instant" -> "a time like 2026-03-01T09:30:00.000Z";
            case "LocalDate" -> "a day like 2026-03-01";
            case "ZoneId" -> "a time zone like Europe/Vienna";
            case "URI", "URL" -> "an address like http://host:8080";
            case "Duration" -> "a duration like 500ms or 2m";
            case "DataSize" -> "a size like 10MB";
            case "List", "Set", "ArrayList" -> "an array";
            case String id when id.endsWith("Id") -> "a lower-case UUID";
            default -> "an object";
        };
    }
}
