package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.session.Api.Answer;
import dev.parley.testkit.TestTokens;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What interviewers see, how lists are cut, and what a list costs. */
class SightIT extends WholeService {

    @Autowired
    private DatabaseCommands.Recorder commands;

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
    void listsAreNewestFirstAndCutIntoPages() {
        Company company = Company.on(port);
        List<String> made = sessions(company, 5).reversed();
        Api recruiter = company.recruiter();

        Answer first = recruiter.get("/api/v1/sessions?limit=2");
        Answer second = recruiter.get("/api/v1/sessions?limit=2&cursor=" + first.at("/next"));
        Answer last = recruiter.get(second.header("Link").replaceAll("<|>;.*", ""));

        assertThat(idsIn(first)).isEqualTo(made.subList(0, 2));
        assertThat(idsIn(second)).isEqualTo(made.subList(2, 4));
        assertThat(idsIn(last)).isEqualTo(made.subList(4, 5));
        assertThat(last.json().has("next")).isFalse();
        assertThat(last.header("Link")).isEqualTo("absent");
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
                .containsExactly(running, waiting);
        assertThat(idsIn(recruiter.get("/api/v1/sessions?panelMember=" + company.panel.get(2))))
                .isEmpty();
    }

    @Test
    void listOfTwentyCostsWhatAListOfOneCosts() {
        Company company = Company.on(port);
        sessions(company, 20);
        Api recruiter = company.recruiter();

        assertThat(commands.during(() -> assertThat(idsIn(recruiter.get("/api/v1/sessions?limit=1")))
                        .hasSize(1)))
                .containsExactly("find sessions");
        assertThat(commands.during(() -> assertThat(idsIn(recruiter.get("/api/v1/sessions?limit=20")))
                        .hasSize(20)))
                .containsExactly("find sessions");
    }

    private static List<String> sessions(Company company, int count) {
        String schedule = company.schedule(company.anApplication());
        return IntStream.range(0, count)
                .mapToObj(_ -> Company.created(company.recruiter().post("/api/v1/sessions", schedule)))
                .toList();
    }

    private static List<String> idsIn(Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
