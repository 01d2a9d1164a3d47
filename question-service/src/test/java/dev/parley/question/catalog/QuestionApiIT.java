package dev.parley.question.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.Origin;
import dev.parley.question.Api;
import dev.parley.question.Api.Answer;
import dev.parley.question.DatabaseCommands;
import dev.parley.question.FirstOccurrences;
import dev.parley.question.WholeService;
import dev.parley.question.packs.Packs;
import dev.parley.question.revisions.RevisionArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class QuestionApiIT {

    private static final String PATH = "/api/v1/questions";

    private final OrganizationId organization = Api.anOrganization();
    private final DatabaseCommands commands;
    private final AggregateStore<Question> store;
    private final RevisionArchive<QuestionRevision> archive;

    @LocalServerPort
    private int port;

    private Api api = new Api(0, null);

    QuestionApiIT(@Autowired DatabaseCommands commands, @Autowired AggregateStores stores) {
        this.commands = commands;
        this.store = stores.open(Question.TYPE);
        this.archive = new RevisionArchive<>(stores, "question-revisions", QuestionRevision.class);
    }

    @BeforeEach
    void signIn() {
        api = Api.as(port, organization, Role.RECRUITER);
    }

    @Test
    void livesFromDraftToArchiveAndBack() {
        Answer created = api.post(PATH, aText());
        String address = PATH + "/" + created.id();

        Answer published = api.post(address + "/publication", "", "If-Match", "\"1\"");
        Answer edited = api.put(address, aText().put("title", "Another title"), "If-Match", "\"2\"");
        JsonNode pending = api.get(address).json();
        Answer again = api.post(address + "/publication", "", "If-Match", "\"3\"");
        Answer archived = api.post(address + "/archival", "", "If-Match", "\"4\"");
        Answer back = api.delete(address + "/archival", "If-Match", "\"5\"");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(address);
        assertThat(List.of(published, edited, again, archived, back))
                .extracting(Answer::status)
                .containsOnly(200);
        assertThat(pending.path("pending").asBoolean()).isTrue();
        assertThat(pending.at("/published/content/title").asString()).isEqualTo("About a1");
        JsonNode end = api.get(address).json();
        assertThat(end.path("state").asString()).isEqualTo("DRAFT");
        assertThat(end.at("/published/revision").asInt()).isEqualTo(2);
        assertThat(api.get(address + "/revisions/1").json().at("/content/title").asString())
                .isEqualTo("About a1");
        assertThat(FirstOccurrences.of(3, event -> event.subject().id().equals(created.id())))
                .extracting(event -> event.metadata().type())
                .containsExactly("question.published.v1", "question.published.v1", "question.archived.v1");
    }

    /** What was copied before the crash is the same text, and the question still has it. */
    @Test
    void aCrashBetweenCopyingARevisionAndPublishingTheNextLosesNothing() {
        String address = PATH + "/" + api.post(PATH, aText()).id();
        api.post(address + "/publication", "", "If-Match", "\"1\"");
        api.put(address, aText().put("title", "Another title"), "If-Match", "\"2\"");
        Question question =
                store.get(organization, address.substring(PATH.length() + 1)).state();
        var origin = new Origin(organization, "system", "test", null, false, Questions.NOON);

        archive.keep(origin, question.questionId().value(), 1, Objects.requireNonNull(question.published()));
        JsonNode before = api.get(address + "/revisions/1").json();
        Answer published = api.post(address + "/publication", "", "If-Match", "\"3\"");

        assertThat(published.status()).isEqualTo(200);
        assertThat(before.at("/content/title").asString()).isEqualTo("About a1");
        assertThat(archive.find(organization, question.questionId().value(), 1)).contains(question.published());
        assertThat(api.get(address + "/revisions/2").json().at("/content/title").asString())
                .isEqualTo("Another title");
    }

    @Test
    void publishingNamesWhatIsMissing() {
        ObjectNode unfinished = aText();
        ((ObjectNode) unfinished.get("anchors")).remove("3");
        unfinished.remove("followUps");
        Answer created = api.post(PATH, unfinished);

        Answer refused = api.post(PATH + "/" + created.id() + "/publication", "", "If-Match", "\"1\"");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(pointers(refused)).containsExactly("/anchors/3", "/followUps");
    }

    @Test
    void refusesFaultsByTheirPlace() {
        ObjectNode faulty = aText().put("minutes", 0).put("topic", "No Slug");
        faulty.putArray("covers").add("");
        ObjectNode endless = aText();
        ((ObjectNode) endless.get("anchors")).put("1", "x".repeat(1001)).put("5", "recites");
        ObjectNode sixth = aText();
        ((ObjectNode) sixth.get("anchors")).put("6", "a sixth");

        assertThat(pointers(api.post(PATH, faulty))).containsExactly("/covers/0", "/minutes", "/topic");
        assertThat(pointers(api.post(PATH, endless))).containsExactly("/anchors/1", "/anchors/5");
        assertThat(pointers(api.post(PATH, sixth))).containsExactly("/anchors/6");
        assertThat(pointers(api.post(PATH, aText().put("level", "wizard")))).containsExactly("/level");
        assertThat(pointers(api.post(PATH, aText().put("colour", "red")))).containsExactly("/colour");
        assertThat(api.post(PATH, "{").status()).isEqualTo(400);
        assertThat(api.get(PATH + "?level=wizard").status()).isEqualTo(400);
        assertThat(api.get(PATH + "?state=GONE").status()).isEqualTo(400);
    }

    @Test
    void aStaleOrMissingVersionIsRefused() {
        Answer created = api.post(PATH, aText());
        String address = PATH + "/" + created.id();
        api.put(address, aText().put("title", "Second"), "If-Match", "\"1\"");

        assertThat(api.put(address, aText().put("title", "Third"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.put(address, aText()).status()).isEqualTo(428);
        assertThat(api.get(address).json().at("/draft/title").asString()).isEqualTo("Second");
    }

    @Test
    void listsPageByPageAndFiltered() {
        api.imported(Packs.aPack("many", "1.0.0", "a1", "a2", "a3", "a4", "a5"));

        List<String> seen = new ArrayList<>();
        String next = "?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = api.get(PATH + next).json();
            page.path("items").forEach(item -> seen.add(item.path("topic").asString()));
            next = page.has("next") ? "?limit=2&cursor=" + page.path("next").asString() : "";
        }

        assertThat(seen).containsExactlyInAnyOrder("a1", "a2", "a3", "a4", "a5");
        assertThat(topics("?topic=a3")).containsExactly("a3");
        assertThat(topics("?level=easy&state=PUBLISHED")).hasSize(5);
        assertThat(topics("?level=ADVANCED")).isEmpty();
        assertThat(topics("?state=ARCHIVED")).isEmpty();
        assertThat(api.get(PATH + "?limit=101").status()).isEqualTo(400);
        assertThat(api.get(PATH + "?cursor=%00").status()).isEqualTo(400);
    }

    @Test
    void aListIsOneDatabaseCommandHoweverLong() {
        api.imported(Packs.shipped());

        for (String list : List.of(PATH, "/api/v1/kits", "/api/v1/packs")) {
            for (int limit : List.of(1, 100)) {
                assertThat(commands.readsFor(organization.value(), () -> api.get(list + "?limit=" + limit)))
                        .as(list + " limit " + limit)
                        .hasSize(1);
            }
        }
    }

    private List<String> topics(String query) {
        return api.get(PATH + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("topic").asString())
                .toList();
    }

    private static List<String> pointers(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static ObjectNode aText() {
        return (ObjectNode) Packs.aQuestion("a1").without("key");
    }
}
