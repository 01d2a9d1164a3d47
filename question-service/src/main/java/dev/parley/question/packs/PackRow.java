package dev.parley.question.packs;

import tools.jackson.databind.JsonNode;

/**
 * One question or kit of a file.
 *
 * @param list where it stands: {@code questions} or {@code kits}
 * @param index in its list, from 0
 * @param number among all rows, from 1
 * @param repeated whether an earlier row of the list has the same key
 */
record PackRow(String list, int index, int number, JsonNode node, boolean repeated) {

    static final String QUESTIONS = "questions";
    static final String KITS = "kits";

    boolean isQuestion() {
        return list.equals(QUESTIONS);
    }

    String pointer() {
        return "/" + list + "/" + index;
    }

    String key() {
        return keyOf(node);
    }

    static String keyOf(JsonNode row) {
        return row.path("key").asString("");
    }
}
