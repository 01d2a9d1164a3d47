package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands on the topics for ever. Each released type has an approved sample; a change of a record that cannot read
 * it, or writes something else, fails here. {@code -Dparley.approve=true} writes the samples of new types for review.
 */
class EventSamplesTests {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final JsonMapper PLAIN = new JsonMapper();

    static Stream<Record> examples() {
        return Stream.concat(Examples.all(), Examples.former()).map(Record.class::cast);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void approvedSampleIsReadAsTheRecord(Record example) throws IOException {
        assertThat(ContractsJson.events().readValue(sample(example), example.getClass()))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void recordIsWrittenAsTheApprovedSample(Record example) throws IOException {
        assertThat(PLAIN.readTree(ContractsJson.events().writeValueAsString(example)))
                .isEqualTo(PLAIN.readTree(sample(example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fieldsOfNewerVersionsAreTolerated(Record example) throws IOException {
        JsonNode newer = PLAIN.readTree(sample(example));
        addUnknownFields(newer);

        assertThat(ContractsJson.events().treeToValue(newer, example.getClass()))
                .isEqualTo(example);
    }

    @Test
    void everyTypeHasOneExampleAndOneSampleAndNoSampleIsLeftOver() throws IOException {
        assertThat(examples().map(EventSamplesTests::nameOf))
                .containsExactlyInAnyOrderElementsOf(EventTypes.everything().keySet());
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(EventTypes.everything().keySet());
        }
    }

    private static String nameOf(Record example) {
        return example.getClass().getAnnotation(EventType.class).value();
    }

    private static String sample(Record example) throws IOException {
        Path file = SAMPLES.resolve(nameOf(example) + ".json");
        if (Boolean.getBoolean("parley.approve") && !Files.exists(file)) {
            Files.createDirectories(SAMPLES);
            String json =
                    ContractsJson.events().writerWithDefaultPrettyPrinter().writeValueAsString(example);
            Files.writeString(file, json + "\n");
        }
        return Files.readString(file);
    }

    private static void addUnknownFields(JsonNode node) {
        node.forEach(EventSamplesTests::addUnknownFields);
        if (node instanceof ObjectNode object) {
            object.putObject("addedLater").put("any", "thing");
        }
    }
}
