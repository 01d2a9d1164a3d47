package dev.parley.question.kits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.question.Api;
import dev.parley.question.Api.Answer;
import dev.parley.question.DatabaseCommands;
import dev.parley.question.WholeService;
import dev.parley.question.packs.Packs;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class KitApiIT {

    private static final String PATH = "/api/v1/kits";

    private final OrganizationId organization = Api.anOrganization();
    private final DatabaseCommands commands;

    @LocalServerPort
    private int port;

    private Api api = new Api(0, null);

    KitApiIT(@Autowired DatabaseCommands commands) {
        this.commands = commands;
    }

    @BeforeEach
    void signIn() {
        api = Api.as(port, organization, Role.RECRUITER);
    }

    @Test
    void livesFromDraftToArchive() {
        String question = aQuestion(true);
        Answer created = api.post(PATH, aKit(question));
        String address = PATH + "/" + created.id();

        Answer published = api.post(address + "/publication", "", "If-Match", "\"1\"");
        Answer same = api.post(address + "/publication", "", "If-Match", "\"2\"");
        Answer edited = api.put(address, aKit(question).put("name", "Second"), "If-Match", "\"2\"");
        Answer again = api.post(address + "/publication", "", "If-Match", "\"3\"");
        Answer archived = api.post(address + "/archival", "", "If-Match", "\"4\"");

        assertThat(created.status()).isEqualTo(201);
        assertThat(List.of(published, edited, again, archived))
                .extracting(Answer::status)
                .containsOnly(200);
        assertThat(same.status()).isEqualTo(409);
        JsonNode kit = api.get(address).json();
        assertThat(kit.path("state").asString()).isEqualTo("ARCHIVED");
        assertThat(kit.at("/published/number").asInt()).isEqualTo(2);
        assertThat(api.get(address + "/versions/1").json().at("/plan/name").asString())
                .isEqualTo("First");
        assertThat(api.get(PATH + "?state=ARCHIVED")
                        .json()
                        .at("/items/0/publishedVersion")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void publishingNeedsEveryQuestionPublished() {
        Answer created = api.post(PATH, aKit(aQuestion(true), aQuestion(false)));

        Answer refused = api.post(PATH + "/" + created.id() + "/publication", "", "If-Match", "\"1\"");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/sections/0/items/1/questionId");
    }

    @Test
    void aForeignQuestionIsNoQuestion() {
        Api other = Api.as(port, Api.anOrganization(), Role.RECRUITER);
        Answer created = other.post(PATH, aKit(aQuestion(true)));

        assertThat(other.post(PATH + "/" + created.id() + "/publication", "", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void publishingReadsAllQuestionsAtOnce() {
        String address = PATH + "/"
                + api.post(PATH, aKit(aQuestion(true), aQuestion(true), aQuestion(true)))
                        .id();

        List<String> reads = commands.readsFor(
                organization.value(), () -> api.post(address + "/publication", "", "If-Match", "\"1\""));

        assertThat(reads)
                .filteredOn(read -> read.contains("\"find\": \"questions\""))
                .hasSize(1);
    }

    @Test
    void refusesAQuestionTwiceAndUnknownFields() {
        String question = aQuestion(true);

        assertThat(api.post(PATH, aKit(question, question))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/sections/0/items/1/questionId");
        assertThat(api.post(PATH, aKit(question).put("colour", "red")).status()).isEqualTo(400);
        assertThat(api.post(PATH, aKit("no-uuid"))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/sections/0/items/0/questionId");
    }

    private String aQuestion(boolean published) {
        String id = api.post("/api/v1/questions", Packs.aQuestion("a1").without("key"))
                .id();
        if (published) {
            api.post("/api/v1/questions/" + id + "/publication", "", "If-Match", "\"1\"");
        }
        return id;
    }

    private static ObjectNode aKit(String... questions) {
        ObjectNode kit = JsonMapper.shared().createObjectNode();
        kit.put("name", "First").put("minimumPanel", 2).put("minutes", 30);
        ArrayNode items =
                kit.putArray("sections").addObject().put("name", "Only").putArray("items");
        for (String question : questions) {
            items.addObject().put("questionId", question).put("weight", 10).put("minutes", 5);
        }
        return kit;
    }
}
