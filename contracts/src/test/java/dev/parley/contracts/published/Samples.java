package dev.parley.contracts.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The approved sample of each event. */
final class Samples {

    private static final Path FOLDER = Path.of("src/test/resources/samples");

    ObjectNode of(String event) {
        return (ObjectNode) new JsonMapper().readTree(text(event));
    }

    String text(String event) {
        try {
            return Files.readString(FOLDER.resolve(event + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
