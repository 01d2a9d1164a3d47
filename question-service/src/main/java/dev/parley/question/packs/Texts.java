package dev.parley.question.packs;

import dev.parley.platform.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds texts with characters that no text has: halves of a surrogate pair, control characters. */
final class Texts {

    private Texts() {}

    static List<FieldError> faults(JsonNode node, String pointer) {
        List<FieldError> faults = new ArrayList<>();
        collect(node, pointer, faults);
        return faults;
    }

    private static void collect(JsonNode node, String pointer, List<FieldError> faults) {
        if (node.isString() && !node.stringValue().codePoints().allMatch(Texts::isText)) {
            faults.add(new FieldError(pointer, "holds a character that no text has"));
        }
        node.forEachEntry((name, value) -> collect(value, pointer + "/" + name, faults));
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(node.get(index), pointer + "/" + index, faults);
            }
        }
    }

    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            default -> true;
        };
    }
}
