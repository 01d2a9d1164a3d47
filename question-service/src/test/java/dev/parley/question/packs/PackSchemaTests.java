package dev.parley.question.packs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.error.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PackSchemaTests {

    private final PackSchema schema = new PackSchema(JsonMapper.shared());

    @Test
    void theShippedPackHasNoFault() {
        ObjectNode pack = Packs.shipped();

        assertThat(schema.faultsOfEnvelope(PackFile.read(pack.toString().getBytes(UTF_8))))
                .isEmpty();
        for (JsonNode question : pack.get("questions")) {
            assertThat(schema.faultsOfQuestion(question, "/q")).isEmpty();
        }
        for (JsonNode kit : pack.get("kits")) {
            assertThat(schema.faultsOfKit(kit, "/k")).isEmpty();
        }
    }

    @Test
    void namesEachFaultOfARowByItsPlaceOnce() {
        ObjectNode question = Packs.aQuestion("caching");
        question.remove("title");
        question.put("minutes", 0).put("colour", "red").put("level", "wizard");

        assertThat(schema.faultsOfQuestion(question, "/questions/3"))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/questions/3/title", "/questions/3/minutes", "/questions/3/colour", "/questions/3/level");
    }

    @Test
    void refusesCharactersThatNoTextHas() {
        ObjectNode question =
                Packs.aQuestion("caching").put("title", "half \ud83d of it").put("prompt", "nul \0 in it");
        question.putArray("followUps").add("whole \ud83d\ude00, two\nlines").add("bell \u0007");

        assertThat(schema.faultsOfQuestion(question, "/questions/3"))
                .extracting(FieldError::pointer)
                .containsExactly("/questions/3/title", "/questions/3/prompt", "/questions/3/followUps/1");
    }

    @Test
    void namesFaultsOfTheEnvelopeAndLeavesRowsAlone() {
        assertThat(envelopeFaults("{\"format\":\"parley-pack/9\",\"id\":\"No Slug\",\"questions\":[7]}"))
                .contains("/format", "/id", "/version", "/name", "/language", "/licence")
                .doesNotContain("/questions", "/questions/0");
    }

    @Test
    void demandsQuestions() {
        ObjectNode pack = Packs.aPack("basics", "1.0.0");

        assertThat(envelopeFaults(pack.toString())).containsExactly("/questions");
    }

    @Test
    void refusesRowsThatAreNoObjects() {
        assertThat(schema.faultsOfQuestion(JsonMapper.shared().readTree("7"), "/questions/0"))
                .extracting(FieldError::pointer)
                .containsExactly("/questions/0");
    }

    private List<String> envelopeFaults(String json) {
        return schema.faultsOfEnvelope(PackFile.read(json.getBytes(UTF_8))).stream()
                .map(FieldError::pointer)
                .toList();
    }
}
