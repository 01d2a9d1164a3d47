package dev.parley.platform.web;

import dev.parley.platform.error.FieldError;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says where a JSON body is wrong and what was expected, without quoting it. */
public final class JsonFaults {

    private JsonFaults() {}

    /** Looks through the causes for what the JSON reader found. */
    public static FieldError explain(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return new FieldError(pointer(json), detail(json));
            }
        }
        return new FieldError("", "expected a JSON body");
    }

    private static String detail(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException _ -> "this field is not known here";
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                "expected one of "
                        + java.util.Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "));
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "expected " + name(mismatch.getTargetType());
            case ValueInstantiationException refused
            when refused.getType() != null ->
                "expected " + name(refused.getType().getRawClass());
            case InputCoercionException _ -> "the number is out of range";
            case StreamReadException syntax ->
                "not JSON, at line " + syntax.getLocation().getLineNr() + ", column "
                        + syntax.getLocation().getColumnNr();
            default -> "the value is not allowed here";
        };
    }

    private static String name(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "boolean", "Boolean" -> "true or false";
            case "Instant" -> "a time like 2026-03-01T09:30:00.000Z";
            case "List", "Set", "ArrayList" -> "an array";
            case String id when id.endsWith("Id") -> "a lower-case UUID";
            default -> "an object";
        };
    }

    private static String pointer(JacksonException fault) {
        return fault.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
