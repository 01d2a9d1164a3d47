package dev.parley.question.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Packs to import. */
public final class Packs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Packs() {}

    /** The one this project ships. */
    public static ObjectNode shipped() {
        try {
            Path file = Path.of("..", "packs", "backend-structured-kit.pack.json");
            return (ObjectNode) JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pack of complete questions with these keys, and no kit. */
    public static ObjectNode aPack(String id, String version, String... keys) {
        ObjectNode pack = JSON.createObjectNode()
                .put("format", "parley-pack/1")
                .put("id", id)
                .put("version", version)
                .put("name", "Basics")
                .put("language", "en")
                .put("licence", "CC0-1.0");
        ArrayNode questions = pack.putArray("questions");
        List.of(keys).forEach(key -> questions.add(aQuestion(key)));
        pack.putArray("kits");
        return pack;
    }

    public static ObjectNode aQuestion(String key) {
        ObjectNode question = JSON.createObjectNode()
                .put("key", key)
                .put("title", "About " + key)
                .put("prompt", "What do you know about " + key + "?")
                .put("topic", key)
                .put("level", "easy")
                .put("competency", "breadth")
                .put("minutes", 5);
        question.putArray("followUps").add("And then?");
        question.putObject("anchors")
                .put("1", "guesses")
                .put("2", "recites")
                .put("3", "explains")
                .put("4", "compares")
                .put("5", "foresees");
        return question;
    }

    /** Adds a kit of these questions. */
    public static ObjectNode with(ObjectNode pack, String kit, String... questions) {
        ObjectNode row = ((ArrayNode) pack.get("kits")).addObject();
        row.put("key", kit).put("name", "Kit " + kit).put("minimumPanel", 1).put("minutes", 60);
        ArrayNode items =
                row.putArray("sections").addObject().put("name", "Only").putArray("items");
        for (String question : questions) {
            items.addObject().put("question", question).put("weight", 10).put("minutes", 5);
        }
        return pack;
    }
}
