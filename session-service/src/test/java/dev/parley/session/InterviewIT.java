package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.Topic;
import dev.parley.session.Api.Answer;
import dev.parley.testkit.EventProbe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class InterviewIT extends WholeService {

    @Autowired
    private MongoTemplate mongo;

    @Test
    void goesFromPlanToDecision() {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String application = company.anApplication();
        Answer planned = recruiter.post("/api/v1/sessions", company.schedule(application));
        String path = "/api/v1/sessions/" + planned.id();

        assertThat(planned.status()).isEqualTo(201);
        assertThat(planned.header("ETag")).isEqualTo("\"1\"");
        assertThat(planned.header("Location")).isEqualTo(path);
        Api lead = company.interviewer(0);
        assertThat(lead.post(path + "/start", "", 1).header("ETag")).isEqualTo("\"2\"");
        assertThat(lead.post(path + "/pause", "", 2).status()).isEqualTo(200);
        assertThat(lead.post(path + "/resume", "", 3).status()).isEqualTo(200);
        assertThat(lead.post(path + "/complete", "", 4).at("/version")).isEqualTo("5");
        Answer completed = recruiter.get(path);
        assertThat(completed.header("ETag")).isEqualTo("\"5\"");
        assertThat(completed.at("/state")).isEqualTo("COMPLETED");
        assertThat(completed.at("/candidateName")).isEqualTo("Ada Example");
        assertThat(completed.at("/plan/sections/0/items/1/anchors/4")).isEqualTo("measures and explains");

        Evaluation evaluation = new Evaluation(company, planned.id());
        evaluation.opens();
        evaluation.decides(1, DecisionOutcome.HOLD);
        evaluation.decides(2, DecisionOutcome.ADVANCE);
        await().untilAsserted(
                        () -> assertThat(recruiter.get(path).at("/outcome")).isEqualTo("ADVANCE"));
        assertThat(recruiter.get(path).at("/state")).isEqualTo("DECIDED");
    }

    @Test
    void everyStepIsOneEventOfTheSubjectWithoutGaps() {
        Company company = Company.on(port);
        String id = company.aCompletedSession();

        try (var probe = new EventProbe(Topic.SESSION)) {
            List<Envelope> events =
                    Told.once(probe, 3, event -> event.subject().id().equals(id));
            assertThat(events).extracting(Envelope::sequence).containsExactly(1L, 2L, 3L);
            assertThat(events)
                    .extracting(event -> event.metadata().type())
                    .containsExactly("session.scheduled.v1", "session.started.v1", "session.completed.v1");
            assertThat(events)
                    .allMatch(event -> event.metadata().key().equals(id))
                    .allMatch(event -> event.metadata().organizationId().equals(company.organization))
                    .noneMatch(event -> event.metadata().imported());
            assertThat(events.getLast().event())
                    .asInstanceOf(type(SessionCompleted.class))
                    .extracting(SessionCompleted::panel)
                    .isEqualTo(List.of(company.panel.get(0), company.panel.get(1)));
        }
    }

    @Test
    void whatTheEvaluationGoesThroughLeavesTheETagAlone() {
        Company company = Company.on(port);
        String id = company.aSession();
        Evaluation evaluation = new Evaluation(company, id);
        evaluation.opens();
        await().until(() -> evaluation.isFollowed(mongo, 1));

        assertThat(company.recruiter()
                        .post("/api/v1/sessions/" + id + "/start", "", 1)
                        .status())
                .isEqualTo(200);
        evaluation.opens();
        await().until(() -> evaluation.isFollowed(mongo, 2));
        assertThat(company.recruiter().get("/api/v1/sessions/" + id).header("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void applicationMovesAndEnds() {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String path = "/api/v1/applications/" + company.anApplication();

        assertThat(recruiter.get(path).at("/stage")).isEqualTo("APPLIED");
        recruiter.post(path + "/stage", """
                {"stage": "INTERVIEW", "reason": "strong letter"}""", 1);
        assertThat(recruiter.get(path).at("/stage")).isEqualTo("INTERVIEW");
        recruiter.post(path + "/outcome", """
                {"outcome": "WITHDRAWN"}""", 2);
        Answer ended = recruiter.get(path);
        assertThat(ended.at("/outcome")).isEqualTo("WITHDRAWN");
        assertThat(ended.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void interviewTakesPlaceAnotherTimeOrNotAtAll() {
        Company company = Company.on(port);
        Api recruiter = company.recruiter();
        String moved = "/api/v1/sessions/" + company.aSession();
        recruiter.post(moved + "/reschedule", """
                {"scheduledFor": "2026-03-10T10:30:00+01:00"}""", 1);
        assertThat(recruiter.get(moved).at("/scheduledFor")).isEqualTo("2026-03-10T09:30:00.000Z");
        recruiter.post(moved + "/cancel", """
                {"reason": "the candidate took another offer"}""", 2);
        assertThat(recruiter.get(moved).at("/state")).isEqualTo("CANCELLED");

        String missed = "/api/v1/sessions/" + company.aSession();
        company.interviewer(1).post(missed + "/no-show", "", 1);
        assertThat(recruiter.get(missed).at("/state")).isEqualTo("NO_SHOW");
    }

    @Test
    void planIsThatOfTheVersionAskedForOrTheLatest() {
        Company company = Company.on(port);
        String application = company.anApplication();
        company.publishAgain();
        String latest = company.schedule(application);
        await().until(() -> plannedVersion(company, latest).equals("2"));

        assertThat(plannedVersion(company, latest.replace("\"panel\"", "\"kitVersion\": 1, \"panel\"")))
                .isEqualTo("1");
    }

    private static String plannedVersion(Company company, String schedule) {
        String id = Company.created(company.recruiter().post("/api/v1/sessions", schedule));
        return company.recruiter().get("/api/v1/sessions/" + id).at("/kit/version");
    }
}
