package dev.parley.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.contracts.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An independent validator takes every sample, and none in which one thing is wrong. */
class SampleSchemaTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** Each is wrong in the place of any value of a sample. */
    private static final List<String> STRANGERS = List.of("{}", "[[]]", "null", "3.5", "-7", "\"\"", "\"\\n\"");

    static Stream<String> events() {
        return EventTypes.everything().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void sampleFitsAndToleratesFieldsOfNewerReleases(String event) throws IOException {
        JsonNode sample = sample(event);
        assertThat(faults(event, sample)).isEmpty();

        addUnknownFields(sample);
        assertThat(faults(event, sample)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyFieldOfASampleButOptionalOnesMustBeThere(String event) throws IOException {
        for (Place place : places(sample(event))) {
            ObjectNode broken = sample(event);
            ((ObjectNode) broken.at(place.parent())).remove(place.name());
            boolean optional = List.of("scoreMilli", "rating").contains(place.name());
            assertThat(faults(event, broken).isEmpty())
                    .as("%s without %s/%s", event, place.parent(), place.name())
                    .isEqualTo(optional);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyFieldHasItsTypeFormAndRange(String event) throws IOException {
        for (Place place : places(sample(event))) {
            for (String stranger : wrongFor(sample(event).at(place.parent()).path(place.name()))) {
                ObjectNode broken = sample(event);
                ((ObjectNode) broken.at(place.parent())).set(place.name(), JSON.readTree(stranger));
                assertThat(faults(event, broken))
                        .as("%s with %s at %s/%s", event, stranger, place.parent(), place.name())
                        .isNotEmpty();
            }
        }
    }

    private static List<String> wrongFor(JsonNode value) {
        List<String> wrong = new ArrayList<>(STRANGERS);
        if (value.isString()) {
            String text = value.asString();
            // an unbounded text is right, whatever it says
            boolean bounded = text.matches(EventSchemas.UUID + "|" + EventSchemas.INSTANT + "|[A-Z_]+");
            wrong.removeIf(stranger -> stranger.startsWith("\"") && !bounded);
            if (text.matches(EventSchemas.INSTANT)) {
                wrong.add("\"" + text.replaceFirst("\\.[0-9]+", "") + "\"");
                wrong.add("\"" + text.replaceFirst("Z", "+00:00") + "\"");
                wrong.add("\"" + text.replaceFirst("-03-", "-13-") + "\"");
            } else if (text.matches(EventSchemas.UUID)) {
                wrong.add("\"" + text.replaceFirst("^0", "A") + "\"");
            }
        }
        return wrong;
    }

    private static List<String> faults(String event, JsonNode data) throws IOException {
        return schema(event)
                .validate(
                        data.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(String event) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ReleasedSchemasTests.FOLDER.resolve(event + ".json")));
    }

    private static ObjectNode sample(String event) {
        return new Samples().of(event);
    }

    /** A member of an object in a sample. */
    record Place(String parent, String name) {}

    private static List<Place> places(JsonNode sample) {
        List<Place> found = new ArrayList<>();
        collect(sample, "", found);
        return found;
    }

    private static void collect(JsonNode node, String pointer, List<Place> found) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                found.add(new Place(pointer, name));
                collect(object.path(name), pointer + "/" + name, found);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.path(i), pointer + "/" + i, found);
            }
        }
    }

    private static void addUnknownFields(JsonNode node) {
        node.forEach(SampleSchemaTests::addUnknownFields);
        if (node instanceof ObjectNode object) {
            object.putObject("addedLater").put("any", "thing");
        }
    }
}
