package dev.parley.question.catalog;

import dev.parley.contracts.Level;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a level in any of the words people use for it. */
public final class Levels {

    private Levels() {}

    static Optional<Level> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "beginner", "easy" -> Optional.of(Level.BEGINNER);
            case "intermediate", "medium" -> Optional.of(Level.INTERMEDIATE);
            case "advanced", "hard" -> Optional.of(Level.ADVANCED);
            default -> Optional.empty();
        };
    }

    /** For fields of JSON documents. */
    static final class Deserializer extends ValueDeserializer<Level> {
        @Override
        public Level deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString("");
            return parse(text).orElseGet(() -> (Level)
                    context.handleWeirdStringValue(Level.class, text, "expected beginner, intermediate or advanced"));
        }
    }
}
