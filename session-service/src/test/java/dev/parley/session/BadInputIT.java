package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.UserId;
import dev.parley.session.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BadInputIT extends WholeService {

    private static void assertFault(Answer answer, String pointer, String detail) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).as(answer.text()).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/detail")).contains(detail);
    }

    private static void assertNotYet(Answer answer, String what) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.at("/type")).isEqualTo("/problems/not-yet");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.at("/detail")).contains(what);
    }

    @Test
    void jsonIsReadStrictly() {
        Api recruiter = Company.unheardOf(port).recruiter();

        assertFault(recruiter.post("/api/v1/candidates", "{\"name\": "), "", "not JSON, at line 1");
        assertFault(recruiter.post("/api/v1/candidates", ""), "", "expected a JSON body");
        assertFault(recruiter.post("/api/v1/candidates", "[]"), "", "expected an object");
        assertFault(
                recruiter.post("/api/v1/candidates", "{\"name\": \"A\", \"email\": \"a@example.org\", \"age\": 40}"),
                "/age",
                "not known here");
        assertFault(
                recruiter.post("/api/v1/candidates", "{\"name\": [\"A\"], \"email\": \"a@example.org\"}"),
                "/name",
                "expected a text");
        assertFault(
                recruiter.post("/api/v1/candidates", "{\"name\": \"A\", \"email\": \"nowhere\"}"),
                "/email",
                "email address");
        assertFault(recruiter.post("/api/v1/candidates", "{\"email\": \"a@example.org\"}"), "/name", "blank");
    }

    @Test
    void zonesAreThoseOfTheDatabase() {
        Company company = Company.on(port);
        String application = company.anApplication();

        assertFault(
                company.recruiter().post("/api/v1/positions", "{\"title\": \"T\", \"timeZone\": \"Berlin\"}"),
                "/timeZone",
                "IANA");
        assertFault(
                company.recruiter()
                        .post("/api/v1/sessions", company.schedule(application).replace("Europe/Berlin", "CEST")),
                "/timeZone",
                "IANA");
    }

    @Test
    void timesAndIdsHaveTheirForm() {
        Company company = Company.on(port);
        String schedule = company.schedule(company.anApplication());
        Api recruiter = company.recruiter();

        assertFault(
                recruiter.post("/api/v1/sessions", schedule.replace("2026-03-09T09:00:00.000Z", "tomorrow")),
                "/scheduledFor",
                "expected a time like");
        assertFault(
                recruiter.post(
                        "/api/v1/sessions",
                        schedule.replace(company.plan.kitId().value(), "7")),
                "/kitId",
                "");
        assertFault(recruiter.get("/api/v1/sessions?state=ASLEEP"), "/state", "one of SCHEDULED, IN_PROGRESS");
        assertFault(
                recruiter.get("/api/v1/sessions?stat=DECIDED"),
                "/stat",
                "known are cursor, limit, panelMember, position, state");
        assertFault(recruiter.get("/api/v1/sessions?limit=101"), "/limit", "1 to 100");
        assertFault(recruiter.get("/api/v1/sessions?cursor=elsewhere"), "/cursor", "cursor");
    }

    @Test
    void faultsOfAPanelAreNamedByPointer() {
        Company company = Company.on(port);
        UserId recruiter = new UserId(Company.uuid());
        company.add(recruiter, Role.RECRUITER);
        UserId gone = company.aFormerInterviewer();
        UserId lead = company.panel.getFirst();
        String application = company.anApplication();

        assertFault(plan(company, application, "[]"), "/panel", "empty");
        assertFault(plan(company, application, Company.panelOf(lead)), "/panel", "at least 2");
        assertFault(plan(company, application, Company.panelOf(lead, lead)), "/panel", "once");
        assertFault(plan(company, application, "[{\"lead\": true}]"), "/panel/0/userId", "null");
        assertFault(plan(company, application, "[null]"), "/panel/0", "null");
        assertFault(plan(company, application, Company.panelOf(lead, recruiter)), "/panel/1/userId", "INTERVIEWER");
        assertFault(plan(company, application, Company.panelOf(gone, lead)), "/panel/0/userId", "active INTERVIEWER");
        String leaderless = "[{\"userId\": \"%s\"}, {\"userId\": \"%s\"}]".formatted(lead, company.panel.get(1));
        assertFault(plan(company, application, leaderless), "/panel", "exactly one lead");
    }

    private static Answer plan(Company company, String application, String panel) {
        return company.recruiter().post("/api/v1/sessions", company.schedule(application, panel));
    }

    @Test
    void whatMayBeOnItsWayIsToldFromWhatIsWrong() {
        Company company = Company.on(port);
        String application = company.anApplication();
        String schedule = company.schedule(application);
        String kit = Company.uuid();
        UserId stranger = Company.on(port).panel.getFirst();
        Map<String, String> requests = Map.of(
                "kit " + kit,
                schedule.replace(company.plan.kitId().value(), kit),
                "version 9",
                schedule.replace("\"panel\"", "\"kitVersion\": 9, \"panel\""),
                "user " + stranger,
                company.schedule(application, Company.panelOf(company.panel.getFirst(), stranger)));

        requests.entrySet().parallelStream()
                .forEach(entry ->
                        assertNotYet(company.recruiter().post("/api/v1/sessions", entry.getValue()), entry.getKey()));
    }

    @Test
    void planningWaitsForWhatWasJustPublished() {
        Company company = Company.unheardOf(port);
        String schedule = company.schedule(company.anApplication());
        Thread.startVirtualThread(company::publishAll);

        assertThat(company.recruiter().post("/api/v1/sessions", schedule).status())
                .isEqualTo(201);
    }
}
