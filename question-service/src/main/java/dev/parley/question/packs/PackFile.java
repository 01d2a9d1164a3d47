package dev.parley.question.packs;

import dev.parley.platform.error.DomainException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A pack as bytes; its rows are read one after another, never all at once. */
final class PackFile {

    static final int DEEPEST = 32;

    private static final Set<String> LISTS = Set.of("questions", "kits");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final byte[] bytes;
    private final ObjectNode envelope = MAPPER.createObjectNode();
    private int questions;
    private int kits;

    private PackFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the file to its end.
     *
     * @throws DomainException.Invalid when it is no JSON object, or nested too deeply, or repeats a name
     */
    static PackFile read(byte[] bytes) {
        var file = new PackFile(bytes);
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            file.readFrom(parser);
            return file;
        } catch (JacksonException e) {
            throw new DomainException.Invalid("", explain(e));
        }
    }

    private void readFrom(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new DomainException.Invalid("", "expected a JSON object");
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (LISTS.contains(name) && value == JsonToken.START_ARRAY) {
                count(name, parser);
                envelope.putArray(name);
            } else {
                envelope.set(name, parser.<JsonNode>readValueAsTree());
            }
        }
        if (parser.nextToken() != null) {
            throw new DomainException.Invalid("", "expected nothing after the JSON object");
        }
    }

    private void count(String name, JsonParser parser) {
        int rows = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            rows++;
        }
        if (name.equals("questions")) {
            questions = rows;
        } else {
            kits = rows;
        }
    }

    /** Everything but the rows; their lists are there, and empty. */
    ObjectNode envelope() {
        return envelope;
    }

    int questions() {
        return questions;
    }

    int kits() {
        return kits;
    }

    int rows() {
        return questions + kits;
    }

    /** The rows of one list, in order. */
    Iterator<JsonNode> rows(String list) {
        JsonParser parser = MAPPER.createParser(bytes);
        parser.nextToken();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(list) && value == JsonToken.START_ARRAY) {
                parser.clearCurrentToken(); // the reader iterates from behind the bracket
                return MAPPER.readerFor(JsonNode.class).readValues(parser);
            }
            parser.skipChildren();
        }
        return List.<JsonNode>of().iterator();
    }

    private static String explain(JacksonException fault) {
        return switch (fault) {
            case StreamConstraintsException _ -> "nested deeper than " + DEEPEST + " levels, or a text without end";
            case StreamReadException syntax
            when syntax.getOriginalMessage().startsWith("Duplicate") ->
                "the same name twice in one object" + place(fault.getLocation());
            default -> "not JSON" + place(fault.getLocation());
        };
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
