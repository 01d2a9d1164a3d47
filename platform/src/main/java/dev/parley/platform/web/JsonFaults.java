package dev.parley.platform.web;

import dev.parley.platform.error.FieldError;
import dev.parley.platform.error.TypeWords;
import dev.parley.platform.web.WholeText.BrokenTextException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
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
            case BrokenTextException _ -> "expected a text without U+0000 and without half a surrogate pair";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "expected " + TypeWords.of(mismatch.getTargetType());
            case ValueInstantiationException refused
            when refused.getType() != null ->
                "expected " + TypeWords.of(refused.getType().getRawClass());
            case InputCoercionException _ -> "the number is out of range";
            case StreamReadException twice when isRepeat(twice) -> "this field is there twice";
            case StreamReadException syntax ->
                "not JSON, at line " + syntax.getLocation().getLineNr() + ", column "
                        + syntax.getLocation().getColumnNr();
            default -> "the value is not allowed here";
        };
    }

    private static String pointer(JacksonException fault) {
        // the reader itself meets the repeated name, before the path to it is written into the fault
        if (fault instanceof StreamReadException twice
                && isRepeat(twice)
                && twice.processor() instanceof JsonParser at) {
            return at.streamReadContext().pathAsPointer().toString();
        }
        return fault.getPath().stream().map(JsonFaults::step).collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference step) {
        String name = step.getPropertyName();
        return "/" + (name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }

    // Jackson has no type of its own for this fault
    private static boolean isRepeat(StreamReadException fault) {
        return fault.getOriginalMessage().startsWith("Duplicate ");
    }
}
