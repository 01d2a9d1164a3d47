package dev.parley.scoring.seals;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * JSON in the one form of RFC 8785: members sorted by the UTF-16 units of their names, no white space, shortest escapes.
 * Numbers are whole and exactly representable (at most 2^53 - 1 in size); nothing sealed here needs others.
 */
public final class CanonicalJson {

    private static final long LARGEST = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @throws IllegalArgumentException for a number with a fraction or beyond 2^53 - 1, and for half a surrogate pair
     */
    public static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> value.valueStream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
            case STRING -> text(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN, NULL -> value.toString();
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not a JSON value");
        };
    }

    private static String object(JsonNode value) {
        List<String> names = value.propertyNames().stream().sorted().toList();
        return names.stream()
                .map(name -> text(name) + ":" + of(value.get(name)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || Math.abs(value.longValue()) > LARGEST) {
            throw new IllegalArgumentException("only whole numbers up to 2^53 - 1 have a canonical form here");
        }
        return Long.toString(value.longValue());
    }

    private static String text(String value) {
        StringBuilder result = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("half a surrogate pair has no canonical form");
            }
            escape(point, result);
        });
        return result.append('"').toString();
    }

    private static void escape(int point, StringBuilder result) {
        switch (point) {
            case '"' -> result.append("\\\"");
            case '\\' -> result.append("\\\\");
            case '\b' -> result.append("\\b");
            case '\t' -> result.append("\\t");
            case '\n' -> result.append("\\n");
            case '\f' -> result.append("\\f");
            case '\r' -> result.append("\\r");
            default -> {
                if (point < 0x20) {
                    result.append("\\u00")
                            .append(Character.forDigit(point >> 4, 16))
                            .append(Character.forDigit(point & 15, 16));
                } else {
                    result.appendCodePoint(point);
                }
            }
        }
    }
}
