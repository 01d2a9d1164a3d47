package dev.parley.question.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.question.Api;
import dev.parley.question.Api.Answer;
import dev.parley.question.WholeService;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class ImportIT {

    private final OrganizationId organization = Api.anOrganization();

    @LocalServerPort
    private int port;

    private Api api = new Api(0, null);

    @BeforeEach
    void signIn() {
        api = Api.as(port, organization, Role.RECRUITER);
    }

    @Test
    void theSameVersionTwiceChangesNothing() {
        JsonNode first = api.imported(Packs.shipped());
        String kit = "/api/v1/kits/" + first.at("/result/kits/0/id").asString();
        String before = api.get(kit).response().body();

        JsonNode second = api.imported(Packs.shipped());

        assertThat(counts(first)).containsExactly(33, 33, 33, 0, 0);
        assertThat(counts(second)).containsExactly(33, 33, 0, 33, 0);
        assertThat(second.get("result")).isEqualTo(first.get("result"));
        assertThat(api.get(kit).response().body()).isEqualTo(before);
        assertThat(api.get("/api/v1/packs").json().at("/items/0/editions")).hasSize(1);
    }

    @Test
    void aNewVersionBringsNewRevisionsOfWhatChangedAndTheOldOnesStay() {
        ObjectNode old = Packs.with(Packs.with(Packs.aPack("basics", "1.0.0", "a1", "b2"), "k1", "a1"), "k2", "b2");
        JsonNode before = api.imported(old).get("result");
        ObjectNode next = old.deepCopy().put("version", "1.1.0");
        ((ObjectNode) next.at("/questions/0")).put("prompt", "What is new about a1, then?");

        JsonNode job = api.imported(next);

        assertThat(counts(job)).as("question a1 and its kit").containsExactly(4, 4, 2, 2, 0);
        assertThat(versions(job)).containsExactly(2, 1);
        String kit = "/api/v1/kits/" + before.at("/kits/0/id").asString();
        JsonNode first = api.get(kit + "/versions/1").json().at("/plan/sections/0/items/0");
        JsonNode second = api.get(kit + "/versions/2").json().at("/plan/sections/0/items/0");
        assertThat(first.get("itemId")).isEqualTo(second.get("itemId"));
        assertThat(second.get("revision").asInt()).isEqualTo(2);
        String question = "/api/v1/questions/" + first.get("questionId").asString();
        assertThat(api.get(question + "/revisions/1")
                        .json()
                        .at("/content/prompt")
                        .asString())
                .isEqualTo("What do you know about a1?");
        assertThat(api.get(question + "/revisions/2")
                        .json()
                        .at("/content/prompt")
                        .asString())
                .isEqualTo("What is new about a1, then?");
        assertThat(api.get(question + "/revisions/3").status()).isEqualTo(404);
        assertThat(api.get(kit + "/versions/3").status()).isEqualTo(404);
    }

    @Test
    void oneBrokenRowIsNamedAndTheRestGoesIn() {
        ObjectNode pack = Packs.shipped();
        String spoilt = pack.at("/questions/3/key").asString();
        ((ObjectNode) pack.at("/questions/3/anchors")).put("2", "");
        ((ObjectNode) pack.at("/kits/0/sections/0/items/0")).put("question", spoilt);

        JsonNode job = api.imported(pack);

        assertThat(job.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(job.path("failed").asInt()).isEqualTo(2);
        assertThat(pointers(job)).containsExactly("4 /questions/3/anchors/2", "32 /kits/0/sections/0/items/0/question");
        assertThat(job.at("/result/questions").asInt()).isEqualTo(30);
        assertThat(api.get("/api/v1/questions?limit=100").json().get("items")).hasSize(30);
    }

    @Test
    void namesRepeatedKeysWrongReferencesAndEqualAnchors() {
        ObjectNode pack = Packs.aPack("basics", "1.0.0", "a1", "a1", "b2");
        ((ObjectNode) pack.at("/questions/2/anchors")).put("5", "compares");
        Packs.with(pack, "k1", "a1");
        Packs.with(pack, "k2", "b2", "zz");
        Packs.with(pack, "k3", "a1", "a1");

        JsonNode job = api.imported(pack);

        assertThat(pointers(job))
                .containsExactlyInAnyOrder(
                        "2 /questions/1/key",
                        "3 /questions/2/anchors/5",
                        "5 /kits/1/sections/0/items/0/question",
                        "5 /kits/1/sections/0/items/1/question",
                        "6 /kits/2/sections/0/items/1/question");
        assertThat(counts(job)).containsExactly(6, 6, 2, 0, 4);
        assertThat(versions(job)).containsExactly(1);
    }

    @Test
    void whatIsUnfinishedStaysADraftAndSoDoesItsKit() {
        ObjectNode pack = Packs.with(Packs.aPack("basics", "1.0.0", "a1"), "k1", "a1");
        ((ObjectNode) pack.at("/questions/0")).remove("anchors");

        JsonNode job = api.imported(pack);

        assertThat(counts(job)).containsExactly(2, 2, 2, 0, 0);
        assertThat(job.at("/result/kits")).isEmpty();
        assertThat(api.get("/api/v1/questions?state=DRAFT").json().get("items")).hasSize(1);
        assertThat(api.get("/api/v1/kits?state=DRAFT").json().get("items")).hasSize(1);
    }

    @Test
    void keepsWhatPeopleChangedAndWhatAVersionSaid() {
        ObjectNode pack = Packs.aPack("basics", "1.0.0", "a1", "b2");
        api.imported(pack);
        JsonNode edited = api.get("/api/v1/questions?topic=a1").json().at("/items/0");
        String address = "/api/v1/questions/" + edited.get("id").asString();
        ObjectNode draft = (ObjectNode) api.get(address).json().get("draft");
        api.put(
                address,
                draft.put("title", "Ours"),
                "If-Match",
                "\"" + edited.get("version").asInt() + "\"");
        ((ObjectNode) pack.at("/questions/0")).put("title", "Theirs");
        ((ObjectNode) pack.at("/questions/1")).put("title", "Changed under the same version");

        JsonNode job = api.imported(pack);

        assertThat(job.path("status").asString()).isEqualTo("FAILED");
        assertThat(pointers(job)).containsExactly("0 ", "1 /questions/0", "2 /questions/1");
        assertThat(api.get(address).json().at("/draft/title").asString()).isEqualTo("Ours");
    }

    @Test
    void refusesAtOnceWhatIsNoPack() {
        ObjectNode otherFormat = Packs.aPack("basics", "1.0.0", "a1").put("format", "parley-pack/2");
        String deep = "{\"questions\":" + "[".repeat(40) + "]".repeat(40) + "}";

        assertThat(refusal("no json")).isEqualTo("400  not JSON, at line 1, column 1");
        assertThat(refusal(deep)).startsWith("400  nested deeper");
        assertThat(refusal(otherFormat.toString())).startsWith("400 /format");
        assertThat(refusal(Packs.aPack("basics", "1.0.0").toString())).startsWith("400 /questions");
    }

    @Test
    void refusesAtOnceWhatIsTooLarge() {
        Answer answer = api.post("/api/v1/packs/imports", " ".repeat(33 * 1024 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/too-large");
    }

    @Test
    void stopsBetweenRowsWhenCancelled() {
        String[] keys =
                IntStream.range(0, 3000).mapToObj(number -> "q" + number).toArray(String[]::new);
        Answer accepted = api.post("/api/v1/packs/imports", Packs.aPack("large", "1.0.0", keys));

        Answer cancelled = api.delete("/api/v1/packs/imports/" + accepted.id());
        JsonNode job = api.ended(accepted.id());

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(job.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(job.path("processed").asInt()).isLessThan(3000);
        assertThat(api.delete("/api/v1/packs/imports/" + accepted.id()).status())
                .isEqualTo(409);
    }

    @Test
    void aRepeatOfTheRequestIsTheSameJob() {
        String key = "import-" + organization;
        ObjectNode pack = Packs.aPack("basics", "1.0.0", "a1");

        Answer first = api.postAs(key, "/api/v1/packs/imports", pack);
        Answer again = api.postAs(key, "/api/v1/packs/imports", pack);
        Answer other = api.postAs(key, "/api/v1/packs/imports", pack.put("version", "2.0.0"));

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Location")).isEqualTo("/api/v1/packs/imports/" + first.id());
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void publishesTheSchemaItJudgesBy() {
        Answer schema = api.get("/api/v1/packs/schema");

        assertThat(schema.header("Content-Type")).startsWith("application/schema+json");
        assertThat(schema.json().path("$id").asString()).isEqualTo("/schemas/pack.v1.json");
    }

    private String refusal(String body) {
        Answer answer = api.post("/api/v1/packs/imports", body);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode error = answer.json().at("/errors/0");
        return answer.status() + " " + error.path("pointer").asString() + " "
                + error.path("detail").asString();
    }

    private static List<Integer> counts(JsonNode job) {
        return List.of("total", "processed", "succeeded", "unchanged", "failed").stream()
                .map(name -> job.path(name).asInt())
                .toList();
    }

    private static List<Integer> versions(JsonNode job) {
        return job.at("/result/kits")
                .valueStream()
                .map(kit -> kit.path("version").asInt())
                .toList();
    }

    private static List<String> pointers(JsonNode job) {
        return job.path("errors")
                .valueStream()
                .map(error ->
                        error.path("row").asInt() + " " + error.path("pointer").asString())
                .toList();
    }
}
