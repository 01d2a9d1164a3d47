package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.session.Api.Answer;
import org.junit.jupiter.api.Test;

/** Right requests at the wrong time. */
class ConflictsIT extends WholeService {

    private static void assertConflict(Answer answer, String detail) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.at("/type")).isEqualTo("/problems/conflict");
        assertThat(answer.at("/detail")).isEqualTo(detail);
    }

    @Test
    void illegalTransitionsSayWhatStands() {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String running = "/api/v1/sessions/" + company.aRunningSession();

        assertConflict(
                recruiter.post(running + "/start", "", 2),
                "The session is IN_PROGRESS; this is for one that is SCHEDULED.");
        assertConflict(
                recruiter.post(running + "/resume", "", 2),
                "The session is IN_PROGRESS; this is for one that is PAUSED.");
        assertConflict(
                recruiter.post(running + "/no-show", "", 2),
                "The session is IN_PROGRESS; this is for one that is SCHEDULED.");
        assertThat(recruiter.get(running).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void whatHasEndedTakesNothingMore() {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String application = company.anApplication();
        String position = recruiter.get("/api/v1/applications/" + application).at("/positionId");
        recruiter.post("/api/v1/positions/" + position + "/closure", "", 1);
        recruiter.post("/api/v1/applications/" + application + "/outcome", "{\"outcome\": \"HIRED\"}", 1);

        assertConflict(
                recruiter.post("/api/v1/applications", """
                        {"candidateId": "%s", "positionId": "%s"}""".formatted(company.aCandidate(), position)),
                "The position is CLOSED; it takes no more applications.");
        assertConflict(
                recruiter.post("/api/v1/sessions", company.schedule(application)), "The application ended with HIRED.");
        assertConflict(
                recruiter.post("/api/v1/applications/" + application + "/stage", "{\"stage\": \"OFFER\"}", 2),
                "The application ended with HIRED; nothing more can happen to it.");
    }

    @Test
    void archivedKitIsNotPlannedFrom() {
        Company company = Company.on(port);
        String application = company.anApplication();
        company.archiveTheKit();

        await().untilAsserted(() -> assertConflict(
                company.recruiter().post("/api/v1/sessions", company.schedule(application)),
                "The kit is archived; plan from another one."));
    }

    @Test
    void repeatGetsTheFirstAnswerWhateverHappenedSince() {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String application = company.anApplication();
        String schedule = company.schedule(application);
        String key = Api.key();
        Answer first = recruiter.send("POST", "/api/v1/sessions", schedule, "Idempotency-Key", key);
        company.awaitInterviewStage(application);
        recruiter.post("/api/v1/applications/" + application + "/outcome", "{\"outcome\": \"HIRED\"}", 2);
        recruiter.post("/api/v1/sessions/" + first.id() + "/start", "", 1);

        Answer repeat = recruiter.send("POST", "/api/v1/sessions", schedule, "Idempotency-Key", key);

        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.text()).isEqualTo(first.text());
        assertThat(repeat.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(repeat.header("Location")).isEqualTo(first.header("Location"));
        Answer other = recruiter.send(
                "POST", "/api/v1/sessions", schedule.replace("Berlin", "Vienna"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
    }
}
