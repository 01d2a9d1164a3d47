package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.parley.contracts.Role;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.session.Api.Answer;
import dev.parley.testkit.DatabaseCommands;
import dev.parley.testkit.TestTokens;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What interviewers see, how lists are cut, and what a list costs. */
class SightIT extends WholeService {

    @Autowired
    private DatabaseCommands.Recorder commands;

    @Autowired
    private PersonalData personalData;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void interviewersSeeTheirOwnInterviewsOnly() {
        Company company = Company.on(port);
        String id = company.aSession();
        Api member = company.interviewer(1);
        Api outsider = company.interviewer(2);

        assertThat(idsIn(member.get("/api/v1/sessions"))).containsExactly(id);
        assertThat(member.get("/api/v1/sessions/" + id).at("/candidateName")).isEqualTo("Ada Example");
        assertThat(idsIn(outsider.get("/api/v1/sessions"))).isEmpty();
        assertThat(idsIn(outsider.get("/api/v1/sessions?panelMember=" + company.panel.get(1))))
                .isEmpty();
        assertThat(outsider.get("/api/v1/sessions/" + id).status()).isEqualTo(404);
    }

    @Test
    void interviewersConductTheirOwnInterviewsOnly() {
        Company company = Company.on(port);
        String path = "/api/v1/sessions/" + company.aSession();
        Api outsider = company.interviewer(2);

        for (String step : List.of("start", "pause", "resume", "complete", "no-show")) {
            assertThat(outsider.post(path + "/" + step, "", 1).status())
                    .as(step)
                    .isEqualTo(404);
            assertThat(outsider.post(path + "/" + step, "", 7).status())
                    .as(step + ", where a version would tell that it exists")
                    .isEqualTo(404);
        }
        assertThat(company.interviewer(1).post(path + "/start", "", 1).status()).isEqualTo(200);
    }

    @Test
    void whoPlansAndConductsSeesAll() {
        Company company = Company.on(port);
        String id = company.aSession();
        Api both = company.as(company.panel.get(2).value(), Role.INTERVIEWER, Role.RECRUITER);
        Api key = new Api(port, TestTokens.apiKey(company.organization, Company.uuid(), "interviews:read"));

        assertThat(idsIn(both.get("/api/v1/sessions"))).containsExactly(id);
        assertThat(key.get("/api/v1/sessions/" + id).status()).isEqualTo(200);
    }

    @Test
    void sessionsAreListedByTheTimeTheyArePlannedForWhateverPagesAreCut() {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String ninth = company.aSessionOn("2026-03-09T09:00:00.000Z");
        String eleventh = company.aSessionOn("2026-03-11T09:00:00.000Z");
        String second = company.aSessionOn("2026-03-02T09:00:00.000Z");
        String ninthToo = company.aSessionOn("2026-03-09T09:00:00.000Z");
        String moved = company.aSessionOn("2026-03-01T09:00:00.000Z");
        recruiter.post("/api/v1/sessions/" + moved + "/reschedule", """
                {"scheduledFor": "2026-03-10T09:00:00.000Z"}""", 1);
        List<String> ties =
                Stream.of(ninth, ninthToo).sorted(Comparator.reverseOrder()).toList();

        Answer first = recruiter.get("/api/v1/sessions?limit=3");
        Answer last = recruiter.get(first.header("Link").replaceAll("<|>;.*", ""));

        assertThat(idsIn(first)).containsExactly(eleventh, moved, ties.getFirst());
        assertThat(idsIn(last)).containsExactly(ties.getLast(), second);
        assertThat(last.json().has("next")).isFalse();
        assertThat(last.header("Link")).isEqualTo("absent");
        assertThat(idsIn(recruiter.get("/api/v1/sessions?limit=1&state=SCHEDULED&cursor=" + first.at("/next"))))
                .containsExactly(ties.getLast());
    }

    @Test
    void otherListsGoByTheTimeOfRecording() {
        Company company = Company.unheardOf(port);
        List<String> made = IntStream.range(0, 3)
                .mapToObj(number -> company.aPosition("Position " + number))
                .toList()
                .reversed();

        Answer first = company.recruiter().get("/api/v1/positions?limit=2");

        assertThat(idsIn(first)).isEqualTo(made.subList(0, 2));
        assertThat(idsIn(company.recruiter().get("/api/v1/positions?limit=2&cursor=" + first.at("/next"))))
                .isEqualTo(made.subList(2, 3));
    }

    @Test
    void sessionsAreFoundInTheirOrderNotSorted() {
        Company company = Company.on(port);
        company.aSession();

        Document plan = mongo.getCollection("sessions")
                .find(Filters.and(
                        Filters.eq("organizationId", company.organization.value()), Filters.ne("state", null)))
                .sort(Sorts.descending("state.scheduledFor", "_id"))
                .explain();

        assertThat(plan.getEmbedded(List.of("queryPlanner", "winningPlan"), Document.class)
                        .toJson())
                .contains("organizationId_1_state.scheduledFor_-1__id_-1")
                .doesNotContain("\"SORT\"");
    }

    @Test
    void listsNameTheCandidateAndThePositionAsTheSessionItselfDoes() {
        Company company = Company.on(port);
        String ada = company.anApplication(company.aCandidate("Ada First"), company.aPosition("Tester"));
        String eve = company.anApplication(company.aCandidate("Eve Second"), company.aPosition("Writer"));
        for (String application : List.of(ada, eve)) {
            Company.created(company.recruiter().post("/api/v1/sessions", company.schedule(application)));
        }

        for (Api caller : List.of(company.recruiter(), company.interviewer(1))) {
            Answer list = caller.get("/api/v1/sessions");
            assertThat(values(list, "candidateName")).containsExactlyInAnyOrder("Ada First", "Eve Second");
            assertThat(values(list, "positionTitle")).containsExactlyInAnyOrder("Tester", "Writer");
            Answer one = caller.get("/api/v1/sessions/" + list.at("/items/0/id"));
            assertThat(one.at("/candidateName")).isEqualTo(list.at("/items/0/candidateName"));
            assertThat(one.at("/positionTitle")).isEqualTo(list.at("/items/0/positionTitle"));
        }
    }

    @Test
    void erasedCandidateTakesNobodyElseOutOfTheLists() {
        Company company = Company.on(port);
        String erased = company.aCandidate("Forgotten Person");
        String kept = company.aCandidate("Ada Example");
        for (String candidate : List.of(erased, kept)) {
            String application = company.anApplication(candidate, company.aPosition());
            Company.created(company.recruiter().post("/api/v1/sessions", company.schedule(application)));
        }
        assertThat(values(company.recruiter().get("/api/v1/candidates"), "name"))
                .hasSize(2);

        personalData.destroyKey(company.organization, erased);

        assertThat(values(company.recruiter().get("/api/v1/sessions"), "candidateName"))
                .containsExactlyInAnyOrder("Ada Example", "");
        assertThat(values(company.recruiter().get("/api/v1/candidates"), "name"))
                .containsExactly("Ada Example", "");
        assertThat(company.recruiter().get("/api/v1/candidates/" + erased).status())
                .isEqualTo(200);
    }

    @Test
    void listsAreFilteredByStateMemberAndPosition() {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String waiting = company.aSession();
        String running = company.aRunningSession();
        String position = recruiter.get("/api/v1/sessions/" + waiting).at("/positionId");

        assertThat(idsIn(recruiter.get("/api/v1/sessions?state=IN_PROGRESS"))).containsExactly(running);
        assertThat(idsIn(recruiter.get("/api/v1/sessions?position=" + position)))
                .containsExactly(waiting);
        assertThat(idsIn(recruiter.get("/api/v1/sessions?panelMember=" + company.panel.get(0))))
                .containsExactlyInAnyOrder(running, waiting);
        assertThat(idsIn(recruiter.get("/api/v1/sessions?panelMember=" + company.panel.get(2))))
                .isEmpty();
    }

    @Test
    void listOfTwentyCostsWhatAListOfOneCosts() {
        Company company = Company.on(port);
        IntStream.range(0, 20).forEach(_ -> company.aSession());

        assertThat(costOf(company, "/api/v1/sessions", 1))
                .isEqualTo(costOf(company, "/api/v1/sessions", 20))
                .containsExactly("find sessions", "find candidates", "find dataKeys", "find positions");
        assertThat(costOf(company, "/api/v1/candidates", 1))
                .isEqualTo(costOf(company, "/api/v1/candidates", 20))
                .containsExactly("find candidates", "find dataKeys");
    }

    @Test
    void onePersonCostsOneKeyHoweverManyFields() {
        Company company = Company.unheardOf(port);
        String id = company.aCandidate();

        assertThat(commands.during(() -> company.recruiter().get("/api/v1/candidates/" + id)))
                .containsExactly("find candidates", "find dataKeys");
    }

    private List<String> costOf(Company company, String path, int items) {
        return commands.during(() -> assertThat(idsIn(company.recruiter().get(path + "?limit=" + items)))
                .hasSize(items));
    }

    private static List<String> idsIn(Answer list) {
        return values(list, "id");
    }

    private static List<String> values(Answer list, String field) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }
}
