package dev.parley.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.question.Api.Answer;
import dev.parley.question.packs.Packs;
import dev.parley.testkit.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who may do what, and that one organization never meets another's catalog. */
@WholeService
class AccessIT {

    private static final List<String> LISTS = List.of("/api/v1/questions", "/api/v1/kits", "/api/v1/packs");

    private final OrganizationId organization = Api.anOrganization();
    private final String somebody = UUID.randomUUID().toString();

    @LocalServerPort
    private int port;

    private String job = "";
    private List<String> resources = List.of();

    @BeforeEach
    void fillTheCatalog() {
        Api api = Api.as(port, organization, Role.RECRUITER);
        JsonNode ended = api.imported(Packs.with(Packs.aPack("basics", "1.0.0", "a1"), "k1", "a1"));
        job = "/api/v1/packs/imports/" + ended.path("id").asString();
        String kit = "/api/v1/kits/" + ended.at("/result/kits/0/id").asString();
        String question = "/api/v1/questions/"
                + api.get("/api/v1/questions").json().at("/items/0/id").asString();
        String pack = "/api/v1/packs/" + ended.at("/result/packId").asString();
        resources = List.of(question, question + "/revisions/1", kit, kit + "/versions/1", pack);
    }

    @Test
    void membersAndKeysWithTheScopeRead() {
        for (Role role : List.of(Role.ADMIN, Role.RECRUITER, Role.INTERVIEWER)) {
            assertThat(reads(Api.as(port, organization, role))).as(role.name()).containsOnly(200);
        }
        assertThat(reads(new Api(port, TestTokens.apiKey(organization, somebody, "catalog:read"))))
                .containsOnly(200);
    }

    @Test
    void interviewersSeeModelAnswersToo() {
        Api interviewer = Api.as(port, organization, Role.INTERVIEWER);

        assertThat(interviewer
                        .get(resources.getFirst())
                        .json()
                        .at("/draft/anchors/5")
                        .asString())
                .isEqualTo("foresees");
    }

    @Test
    void othersDoNotRead() {
        assertThat(reads(Api.as(port, organization, Role.OPERATOR))).containsOnly(403);
        assertThat(reads(new Api(port, TestTokens.apiKey(organization, somebody, "analytics:read"))))
                .containsOnly(403);
        assertThat(reads(new Api(port, null))).containsOnly(401);
        assertThat(reads(new Api(port, TestTokens.forged(organization, somebody, Role.ADMIN))))
                .containsOnly(401);
        assertThat(reads(new Api(port, TestTokens.expired(organization, somebody, Role.ADMIN))))
                .containsOnly(401);
    }

    @Test
    void onlyAdminsRecruitersAndKeysWithTheScopeWrite() {
        assertThat(writes(Api.as(port, organization, Role.ADMIN))).doesNotContain(401, 403, 404);
        assertThat(writes(new Api(port, TestTokens.apiKey(organization, somebody, "catalog:write"))))
                .doesNotContain(401, 403, 404);
        assertThat(writes(Api.as(port, organization, Role.INTERVIEWER))).containsOnly(403);
        assertThat(writes(new Api(port, TestTokens.apiKey(organization, somebody, "catalog:read"))))
                .containsOnly(403);
        assertThat(writes(new Api(port, null))).containsOnly(401);
    }

    @Test
    void anotherOrganizationFindsNothing() {
        Api stranger = Api.as(port, Api.anOrganization(), Role.ADMIN);

        assertThat(resources)
                .allSatisfy(resource ->
                        assertThat(stranger.get(resource).status()).as(resource).isEqualTo(404));
        assertThat(stranger.get(job).status()).isEqualTo(404);
        assertThat(stranger.delete(job).status()).isEqualTo(404);
        assertThat(stranger.post(resources.getFirst() + "/archival", "", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(LISTS)
                .allSatisfy(list ->
                        assertThat(stranger.get(list).json().get("items")).isEmpty());
    }

    @Test
    void theSamePackInTwoOrganizationsIsTwoCatalogs() {
        Api other = Api.as(port, Api.anOrganization(), Role.ADMIN);

        JsonNode ended = other.imported(Packs.with(Packs.aPack("basics", "1.0.0", "a1"), "k1", "a1"));

        assertThat(ended.path("succeeded").asInt()).isEqualTo(2);
        assertThat(resources)
                .doesNotContain("/api/v1/kits/" + ended.at("/result/kits/0/id").asString());
    }

    private List<Integer> reads(Api api) {
        return resources.stream().map(resource -> api.get(resource).status()).toList();
    }

    private List<Integer> writes(Api api) {
        String question = resources.get(0);
        String kit = resources.get(2);
        return List.of(
                        api.post("/api/v1/questions", "{}"),
                        api.put(question, "{}"),
                        api.post(question + "/publication", "", "If-Match", "\"99\""),
                        api.post(question + "/archival", "", "If-Match", "\"99\""),
                        api.delete(question + "/archival", "If-Match", "\"99\""),
                        api.post("/api/v1/kits", "{}"),
                        api.put(kit, "{}"),
                        api.post(kit + "/publication", "", "If-Match", "\"99\""),
                        api.post(kit + "/archival", "", "If-Match", "\"99\""),
                        api.post("/api/v1/packs/imports", "{}"),
                        api.get(job),
                        api.delete(job))
                .stream()
                .map(Answer::status)
                .toList();
    }
}
