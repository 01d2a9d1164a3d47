package dev.parley.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/** Takes only text that comes back as it was sent: half a surrogate pair and U+0000 are lost or refused further on. */
final class WholeText extends StringDeserializer {

    static JacksonModule module() {
        return new SimpleModule("whole-text").addDeserializer(String.class, new WholeText());
    }

    /** Told apart from a value that is no text at all. */
    static final class BrokenTextException extends MismatchedInputException {

        private BrokenTextException(JsonParser parser) {
            super(parser, "half a surrogate pair or U+0000", String.class);
        }
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !isWhole(text)) {
            throw new BrokenTextException(parser);
        }
        return text;
    }

    private static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(one -> one == 0 || (one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE));
    }
}
