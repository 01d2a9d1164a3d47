package dev.parley.contracts.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.id.OrganizationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The headers that the codec writes are those which the AsyncAPI document tells of. */
class EventHeadersTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "00000000-0000-4000-8000-000000000009";
    private static final String EVENT = "session.started.v1";

    static Stream<String> events() {
        return EventTypes.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void writtenHeadersAreTheDescribedOnes(String event) throws IOException {
        assertThat(faults(event, written(event, ID))).isEmpty();
        assertThat(faults(event, written(event, null))).isEmpty();
    }

    @Test
    void everyHeaderThatIsAlwaysThereIsRequiredAndHasItsForm() throws IOException {
        for (String header : List.copyOf(written(EVENT, null).propertyNames())) {
            ObjectNode without = written(EVENT, null);
            without.remove(header);
            assertThat(faults(EVENT, without)).as("without " + header).isNotEmpty();
            assertThat(faults(EVENT, written(EVENT, null).put(header, "")))
                    .as("with an empty " + header)
                    .isNotEmpty();
        }
    }

    @Test
    void headersOfAnotherTypeAreRefused() throws IOException {
        assertThat(faults(EVENT, written("session.paused.v1", null))).isNotEmpty();
        assertThat(faults(EVENT, written("position.closed.v1", null))).isNotEmpty();
    }

    @Test
    void everyHeaderIsDescribed() throws IOException {
        assertThat(document().at("/components/schemas/cloudEvent/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(written(EVENT, ID).propertyNames());
    }

    private static ObjectNode written(String event, @Nullable String optional) {
        AggregateKind kind = EventTypes.kindOf(EventTypes.find(event).orElseThrow());
        var metadata = new EventMetadata(
                ID,
                event,
                kind.subject(ID),
                42,
                new OrganizationId(ID),
                "user/" + ID,
                "click-17",
                optional,
                false,
                Instant.parse("2026-03-02T09:30:00.120Z"),
                ID);
        String trace = optional == null ? null : "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        ObjectNode headers = JSON.createObjectNode();
        EventCodec.toRecord(metadata, new byte[0], trace)
                .headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private static List<String> faults(String event, JsonNode headers) throws IOException {
        JsonNode document = document();
        ObjectNode schema = (ObjectNode)
                document.path("components").path("messages").path(event).path("headers");
        schema.set("components", document.path("components").deepCopy());
        Schema judge =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema.toString());
        return judge.validate(headers.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode document() throws IOException {
        return JSON.readTree(Files.readString(Path.of("src/main/resources/asyncapi.json")));
    }
}
