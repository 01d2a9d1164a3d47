package dev.parley.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.EventTypes;
import dev.parley.contracts.Topic;
import dev.parley.contracts.published.AsyncApiParser.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void documentIsTheApprovedOne() throws IOException {
        Approved.matches(Path.of("src/main/resources/asyncapi.json"), text(document()));
    }

    /** The project that wrote the specification judges. */
    @Nested
    class IndependentParser {

        @BeforeAll
        static void install() throws Exception {
            AsyncApiParser.install();
        }

        @Test
        void takesTheDocumentAndFindsEveryEventOnItsTopic() throws Exception {
            Verdict verdict = AsyncApiParser.parse(text(document()));

            assertThat(verdict.isValid()).as(String.join("\n", verdict.lines())).isTrue();
            assertThat(verdict.lines())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                            .map(topic -> "send " + topic.topicName() + " " + String.join(" ", namesOn(topic)))
                            .toList());
        }

        @ParameterizedTest
        @MethodSource("dev.parley.contracts.published.AsyncApiTests#faults")
        void refuses(String where, Consumer<ObjectNode> fault) throws Exception {
            ObjectNode document = document();
            fault.accept(document);

            Verdict verdict = AsyncApiParser.parse(text(document));

            assertThat(verdict.isValid()).isFalse();
            assertThat(verdict.lines()).anySatisfy(line -> assertThat(line).contains(where));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("/info", document -> ((ObjectNode) document.path("info")).remove("title")),
                fault(
                        "action",
                        document -> at(document, "/operations/publish-session-events")
                                .put("action", "shout")),
                fault(
                        "nowhere",
                        document -> at(document, "/operations/publish-session-events/channel")
                                .put("$ref", "#/channels/nowhere")),
                fault(
                        "payload",
                        document -> at(document, "/components/messages/session.started.v1/payload")
                                .put("type", "thing")));
    }

    private static Arguments fault(String where, Consumer<ObjectNode> fault) {
        return Arguments.of(where, fault);
    }

    private static ObjectNode at(ObjectNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static List<String> namesOn(Topic topic) {
        return EventTypes.everything().entrySet().stream()
                .filter(event -> EventTypes.kindOf(event.getValue()).topic() == topic)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ObjectNode document() {
        return AsyncApi.document(EventTypes.everything(), new Samples());
    }

    private static String text(ObjectNode document) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }
}
