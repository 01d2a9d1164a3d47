package dev.parley.question.packs;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The keys of questions that a kit row names, each by its place in the row. */
final class QuestionReferences {

    private QuestionReferences() {}

    static Map<String, String> in(JsonNode kit) {
        Map<String, String> keys = new LinkedHashMap<>();
        int section = 0;
        for (JsonNode part : kit.path("sections")) {
            int item = 0;
            for (JsonNode one : part.path("items")) {
                keys.put(
                        "/sections/" + section + "/items/" + item + "/question",
                        one.path("question").asString(""));
                item++;
            }
            section++;
        }
        return keys;
    }
}
