package dev.parley.session.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.UserId;
import dev.parley.session.Api;
import dev.parley.session.Api.Answer;
import dev.parley.session.Company;
import dev.parley.session.Followed;
import dev.parley.session.Peers;
import dev.parley.session.Told;
import dev.parley.testkit.EventProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class HistoryImportIT extends CompanyWithAPast {

    @Test
    void rowsEnterThroughTheEventsOfLiveInterviewsWithTheirOwnTimes() {
        Answer posted = recruiter.post(PATH, PastRows.request(past.rows(3)));
        assertCounts(finished(posted.id()), 3, 0, 0);

        assertThat(sessions()).hasSize(3).allSatisfy(session -> {
            assertThat(session.path("state").asString()).isEqualTo("COMPLETED");
            assertThat(session.path("startedAt").asString()).isEqualTo("2026-01-20T09:01:00.000Z");
            assertThat(session.path("endedAt").asString()).isEqualTo("2026-01-20T09:46:00.000Z");
        });
        String id = sessions().getFirst().path("id").asString();
        try (var probe = new EventProbe(Topic.SESSION)) {
            List<Envelope> told =
                    Told.once(probe, 3, event -> event.subject().equals(AggregateKind.SESSION.subject(id)));
            assertThat(told)
                    .extracting(event ->
                            event.metadata().type() + " " + event.event().occurredAt())
                    .containsExactly(
                            "session.scheduled.v1 2026-01-10T08:00:00Z",
                            "session.started.v1 2026-01-20T09:01:00Z",
                            "session.completed.v1 2026-01-20T09:46:00Z");
            List<Envelope> all = Told.once(
                    probe, 22, event -> event.metadata().organizationId().equals(company.organization));
            assertThat(all)
                    .allMatch(event -> event.metadata().imported())
                    .allMatch(event -> event.metadata().actor().startsWith("user/"))
                    .allMatch(event -> event.metadata().correlationId().equals(posted.header("X-Correlation-ID")));
            assertThat(all)
                    .extracting(event -> event.metadata().type())
                    .filteredOn(type -> type.startsWith("application"))
                    .containsExactlyInAnyOrderElementsOf(Collections.nCopies(
                                    3,
                                    List.of(
                                            "application.opened.v1",
                                            "application.moved.v1",
                                            "application.moved.v1",
                                            "application.moved.v1",
                                            "application.closed.v1"))
                            .stream()
                            .flatMap(List::stream)
                            .toList());
        }
    }

    @Test
    void cardsAndDecisionGoToScoringServiceAndNowhereElse() {
        assertCounts(finished(start(past.rows(1))), 1, 0, 0);

        String id = sessions().getFirst().path("id").asString();
        JsonNode evaluation = Peers.evaluationOf(id);
        assertThat(evaluation.path("scorecards").size()).isEqualTo(2);
        assertThat(evaluation.at("/scorecards/1/submittedAt").asString()).isEqualTo("2026-01-20T11:00:00.000Z");
        assertThat(evaluation.at("/scorecards/1/ratings/0/rating").asInt()).isEqualTo(4);
        assertThat(evaluation.at("/decision/rationale").asString()).isEqualTo("Rationale Number1");
        assertThat(mongo.getCollection("sessions")
                        .find(Filters.eq("_id", id))
                        .first()
                        .toJson())
                .doesNotContain("rating", "Rationale", "Evidence");
    }

    @Test
    void badRowIsNamedAndTheRestGoesIn() {
        List<JsonNode> rows = new ArrayList<>(past.rows(12));
        ((ObjectNode) rows.get(2)).put("completedAt", "2026-01-20T08:00:00.000Z");
        ((ObjectNode) rows.get(4).at("/scorecards/1/ratings/0")).put("rating", 6);
        ((ObjectNode) rows.get(5)).put("timeZone", "Berlin");
        ((ObjectNode) rows.get(6).at("/candidate")).put("email", "nowhere");
        rows.set(9, rows.get(9).deepCopy());
        ((ObjectNode) rows.get(9)).put("note", "unknown field");
        rows.set(10, JsonNodeFactory.instance.nullNode());

        Answer job = finished(start(rows));

        assertCounts(job, 6, 0, 6);
        assertThat(job.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("row") + " " + e.path("pointer").asString()))
                .containsExactly(
                        "3 /interviews/2/completedAt",
                        "5 /interviews/4/scorecards/1/ratings/0/rating",
                        "6 /interviews/5/timeZone",
                        "7 /interviews/6/candidate/email",
                        "10 /interviews/9/note",
                        "11 /interviews/10");
        assertThat(job.text()).doesNotContain("nowhere", "Person");
        assertThat(sessions()).hasSize(6);
    }

    @Test
    void strangersAndUnknownKitsAreNamedAndFormerColleaguesAreWelcome() {
        UserId former = company.aFormerInterviewer();
        ObjectNode stranger = past.row(1);
        ((ObjectNode) stranger.at("/panel/1")).put("userId", Company.uuid());
        ObjectNode kit = past.row(2).put("kitVersion", 7);
        ObjectNode ofOld = new PastRows(company.plan, List.of(company.panel.getFirst(), former)).row(3);

        Answer job = finished(start(List.of(stranger, kit, ofOld)));

        assertCounts(job, 1, 0, 2);
        assertThat(job.json()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("pointer").asString()))
                .contains("/interviews/0/panel/1/userId", "/interviews/1/kitId");
    }

    @Test
    void sameRowsAgainChangeNothing() {
        assertCounts(finished(start(past.rows(10))), 10, 0, 0);
        Set<String> before = versions();

        assertCounts(finished(start(past.rows(10))), 0, 10, 0);

        assertThat(versions()).isEqualTo(before);
    }

    private Set<String> versions() {
        return Stream.of("sessions", "candidates", "positions", "applications")
                .flatMap(name -> mongo
                        .getCollection(name)
                        .find(Filters.eq("organizationId", company.organization.value()))
                        .map(found -> found.getString("_id") + " " + found.getLong("version"))
                        .into(new ArrayList<>())
                        .stream())
                .collect(Collectors.toSet());
    }

    @Test
    void anotherInterviewUnderAKnownIdIsRefused() {
        assertCounts(finished(start(past.rows(1))), 1, 0, 0);
        ObjectNode changed = past.row(1).put("startedAt", "2026-01-20T09:05:00.000Z");

        Answer job = finished(start(List.of(changed)));

        assertCounts(job, 0, 0, 1);
        assertThat(job.at("/errors/0/reason")).contains("externalId");
        assertThat(sessions().getFirst().path("startedAt").asString()).isEqualTo("2026-01-20T09:01:00.000Z");
    }

    @Test
    void interviewsOfOneApplicationMeetInOneApplication() {
        ObjectNode first = past.row(1);
        first.remove("application");
        ObjectNode second = past.row(1)
                .put("externalId", "old-1b")
                .put("scheduledAt", "2026-01-22T08:00:00.000Z")
                .put("startedAt", "2026-01-25T09:00:00.000Z")
                .put("completedAt", "2026-01-25T09:40:00.000Z");
        second.remove("decision");
        second.putArray("scorecards");

        assertCounts(finished(start(List.of(first, second))), 2, 0, 0);

        assertThat(sessions())
                .extracting(one -> one.path("applicationId").asString())
                .hasSize(2)
                .containsOnly(sessions().getFirst().path("applicationId").asString());
        Answer application = recruiter.get("/api/v1/applications");
        assertThat(application.json().path("items").size()).isEqualTo(1);
        assertThat(application.at("/items/0/outcome")).isEqualTo("HIRED");
    }

    @Test
    void applicationStandsWhereTheRowSaysWhateverWasPlannedForIt() {
        ObjectNode row = past.row(1);
        ((ObjectNode) row.path("application")).put("stage", "SCREENING").remove("outcome");
        assertCounts(finished(start(List.of(row))), 1, 0, 0);

        String id = sessions().getFirst().path("id").asString();
        try (var probe = new EventProbe(Topic.SESSION)) {
            Told.once(probe, 3, event -> event.subject().equals(AggregateKind.SESSION.subject(id)));
        }
        Followed.upToNow("session-service.sessions", Topic.SESSION);

        assertThat(recruiter.get("/api/v1/applications").at("/items/0/stage")).isEqualTo("SCREENING");
        assertThat(recruiter.get("/api/v1/applications").at("/items/0/version")).isEqualTo("1");
    }

    @Test
    void openApplicationThatIsThereAlreadyIsTheOneMeant() {
        ObjectNode elsewhere = past.row(2);
        ((ObjectNode) elsewhere.path("position")).put("externalId", "other-position");
        assertCounts(finished(start(List.of(past.row(1), elsewhere))), 2, 0, 0);
        String candidate = session("Person Number1").path("candidateId").asString();
        String position = session("Person Number2").path("positionId").asString();
        String open = company.anApplication(candidate, position);
        ObjectNode row = past.row(1).put("externalId", "old-3");
        row.set("position", elsewhere.path("position"));
        row.remove("application");

        assertCounts(finished(start(List.of(row))), 1, 0, 0);

        assertThat(sessions())
                .extracting(one -> one.path("applicationId").asString())
                .contains(open);
        Answer moved = recruiter.get("/api/v1/applications/" + open);
        assertThat(moved.at("/stage")).isEqualTo("INTERVIEW");
        recruiter.send(
                "POST",
                "/api/v1/applications/" + open + "/outcome",
                "{\"outcome\": \"HIRED\"}",
                "Idempotency-Key",
                Api.key(),
                "If-Match",
                moved.header("ETag"));
        assertCounts(finished(start(List.of(row))), 0, 1, 0);
        assertThat(recruiter.get("/api/v1/applications").json().path("items").size())
                .isEqualTo(3);
    }

    @Test
    void endedApplicationOfThePastStandsBesideTheOpenOne() {
        ObjectNode elsewhere = past.row(2);
        ((ObjectNode) elsewhere.path("position")).put("externalId", "other-position");
        assertCounts(finished(start(List.of(past.row(1), elsewhere))), 2, 0, 0);
        String open = company.anApplication(
                session("Person Number1").path("candidateId").asString(),
                session("Person Number2").path("positionId").asString());
        ObjectNode row = past.row(1).put("externalId", "old-3");
        row.set("position", elsewhere.path("position"));

        assertCounts(finished(start(List.of(row))), 1, 0, 0);

        assertThat(recruiter.get("/api/v1/applications/" + open).header("ETag")).isEqualTo("\"1\"");
        assertThat(recruiter.get("/api/v1/applications").json().path("items").size())
                .isEqualTo(4);
    }

    private JsonNode session(String candidateName) {
        return sessions().stream()
                .filter(one -> one.path("candidateName").asString().equals(candidateName))
                .findFirst()
                .orElseThrow();
    }
}
