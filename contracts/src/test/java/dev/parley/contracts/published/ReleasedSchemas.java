package dev.parley.contracts.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas that are checked in. What is there was released: approval adds to it and never contradicts it.
 *
 * @param approves whether new events, new optional fields and new texts are written
 */
record ReleasedSchemas(Path folder, boolean approves) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @throws AssertionError that names event and field when the event is not what was released */
    void check(String event, JsonNode today) throws IOException {
        Path file = folder.resolve(event + ".json");
        if (!Files.exists(file)) {
            approve(file, today, event + ": the event is new.");
            return;
        }
        JsonNode released = JSON.readTree(Files.readString(file));
        SchemaChange change = SchemaChange.between(event, released, today);
        if (!change.breaches().isEmpty()) {
            throw new AssertionError(String.join("\n", change.breaches()));
        }
        if (!released.equals(today)) {
            approve(
                    file,
                    today,
                    change.additions().isEmpty()
                            ? event + ": only texts or their order changed."
                            : String.join("\n", change.additions()));
        }
    }

    /** @throws AssertionError that names the events which were released and which no record can read any more */
    void checkNothingIsLost(Set<String> events) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            String lost = files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .filter(event -> !events.contains(event))
                    .sorted()
                    .map(event -> event + ": the event was released and stays on the topic, but no record reads it;"
                            + " keep it as a FormerEvent.")
                    .collect(Collectors.joining("\n"));
            if (!lost.isEmpty()) {
                throw new AssertionError(lost);
            }
        }
    }

    private void approve(Path file, JsonNode today, String what) throws IOException {
        if (!approves) {
            throw new AssertionError(what + " Read the difference and approve it with -Dparley.approve=true");
        }
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(today) + "\n");
    }
}
