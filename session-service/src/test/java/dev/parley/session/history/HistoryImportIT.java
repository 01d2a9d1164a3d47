package dev.parley.session.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.UserId;
import dev.parley.session.Api;
import dev.parley.session.Api.Answer;
import dev.parley.session.Company;
import dev.parley.session.Peers;
import dev.parley.session.WholeService;
import dev.parley.testkit.EventProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class HistoryImportIT extends WholeService {

    private static final String PATH = "/api/v1/history-imports";

    @Autowired
    private MongoTemplate mongo;

    private Company company;
    private Api recruiter;
    private PastRows past;

    @BeforeEach
    void aCompanyWithAPast() {
        company = Company.on(port);
        recruiter = company.recruiter();
        past = new PastRows(company.plan, company.panel.subList(0, 2));
        Peers.takeAll();
    }

    private String start(List<? extends JsonNode> rows) {
        Answer answer = recruiter.post(PATH, PastRows.request(rows));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo(PATH + "/" + answer.id());
        return answer.id();
    }

    private Answer job(String id) {
        return recruiter.get(PATH + "/" + id);
    }

    private Answer finished(String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> job(id), job -> !job.at("/status").equals("RUNNING"));
    }

    private static void assertCounts(Answer job, int succeeded, int unchanged, int failed) {
        assertThat(job.at("/status")).as(job.text()).isEqualTo("COMPLETED");
        assertThat(job.json().path("succeeded").asInt()).as(job.text()).isEqualTo(succeeded);
        assertThat(job.json().path("unchanged").asInt()).as(job.text()).isEqualTo(unchanged);
        assertThat(job.json().path("failed").asInt()).as(job.text()).isEqualTo(failed);
        assertThat(job.json().path("processed").asInt()).isEqualTo(succeeded + unchanged + failed);
        assertThat(job.json().path("total").asInt()).isEqualTo(succeeded + unchanged + failed);
    }

    private List<JsonNode> sessions() {
        return recruiter
                .get("/api/v1/sessions?limit=100")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

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
            List<Envelope> told = probe.events(3, event -> event.subject().equals(AggregateKind.SESSION.subject(id)));
            assertThat(told)
                    .extracting(event ->
                            event.metadata().type() + " " + event.event().occurredAt())
                    .containsExactly(
                            "session.scheduled.v1 2026-01-10T08:00:00Z",
                            "session.started.v1 2026-01-20T09:01:00Z",
                            "session.completed.v1 2026-01-20T09:46:00Z");
            List<Envelope> all =
                    probe.events(22, event -> event.metadata().organizationId().equals(company.organization));
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
    void refusalOfScoringServiceIsTheRowsFault() {
        Peers.answer(
                evaluation -> evaluation.at("/decision/rationale").asString().endsWith("Number2")
                        ? new Peers.Answer(400, """
                        {"type": "/problems/invalid", "title": "Invalid request", "status": 400, "detail": "See errors.",
                         "errors": [{"pointer": "/scorecards/0/interviewerId", "detail": "expected someone else"}]}""")
                        : evaluation.at("/decision/rationale").asString().endsWith("Number3")
                                ? new Peers.Answer(409, """
                        {"type": "/problems/conflict", "title": "Conflict", "status": 409, "detail": "Not of the past."}""")
                                : null);

        Answer job = finished(start(past.rows(3)));

        assertCounts(job, 1, 0, 2);
        assertThat(job.at("/errors/0/pointer")).isEqualTo("/interviews/1/scorecards/0/interviewerId");
        assertThat(job.at("/errors/1/reason")).isEqualTo("scoring-service: Not of the past.");
    }

    @Test
    void waitsWhileScoringServiceIsAway() {
        AtomicInteger refusals = new AtomicInteger();
        Peers.answer(_ -> refusals.incrementAndGet() <= 60
                ? new Peers.Answer(refusals.get() % 2 == 0 ? 503 : 409, "{\"type\": \"/problems/not-yet\"}")
                : null);

        assertCounts(finished(start(past.rows(9))), 9, 0, 0);
        assertThat(sessions()).hasSize(9);
    }

    @Test
    void rowsAreSealedWhileTheyWaitAndGoneAfterwards() throws Exception {
        CountDownLatch inspected = new CountDownLatch(1);
        Peers.answer(_ -> heldUntil(inspected));
        String id = start(past.rows(10));

        String kept = mongo.getCollection("historyRows")
                .find(Filters.eq("jobId", id))
                .first()
                .toJson();
        assertThat(kept).doesNotContainIgnoringCase("Person").doesNotContain("Rationale", "example.org", "Evidence");
        inspected.countDown();
        assertCounts(finished(id), 10, 0, 0);
        awaitRowsGone(id);
    }

    private void awaitRowsGone(String id) {
        await().until(() -> mongo.getCollection("historyRows").countDocuments(Filters.eq("jobId", id)) == 0);
        await().until(() -> mongo.getCollection("historyImports")
                        .countDocuments(Filters.and(Filters.eq("_id", id), Filters.eq("state.rowsKept", false)))
                == 1);
        assertThat(mongo.getCollection("dataKeys")
                        .countDocuments(Filters.and(Filters.regex("_id", id), Filters.exists("wrapped"))))
                .isZero();
    }

    private static Peers.@Nullable Answer heldUntil(CountDownLatch signal) {
        try {
            assertThat(signal.await(15, TimeUnit.SECONDS)).isTrue();
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cancelledImportStopsAndForgetsItsRows() {
        CountDownLatch cancelled = new CountDownLatch(1);
        Peers.answer(_ -> heldUntil(cancelled));
        String id = start(past.rows(30));
        await().until(() -> !sessions().isEmpty());

        Answer answer = recruiter.send("DELETE", PATH + "/" + id, null, "Idempotency-Key", Api.key());
        cancelled.countDown();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(job(id).at("/status")).isEqualTo("CANCELLED");
        awaitRowsGone(id);
        assertThat(sessions()).hasSize(8);
        assertThat(job(id).at("/processed")).isEqualTo("8");
    }

    @Test
    void finishedImportIsNotCancelled() {
        String id = start(past.rows(1));
        finished(id);

        recruiter.send("DELETE", PATH + "/" + id, null, "Idempotency-Key", Api.key());

        assertThat(job(id).at("/status")).isEqualTo("COMPLETED");
    }

    @Test
    void workerThatStopsInTheMiddleIsReplacedAndNothingIsDoneTwice() {
        CountDownLatch replaced = new CountDownLatch(1);
        Set<String> hanging = ConcurrentHashMap.newKeySet();
        Peers.answer(evaluation -> {
            String session = evaluation.path("sessionId").asString();
            boolean hangs =
                    evaluation.at("/decision/rationale").asString().endsWith("Number12") && hanging.add(session);
            return hangs ? heldUntil(replaced) : null;
        });
        String id = start(past.rows(20));

        Answer job = finished(id);
        replaced.countDown();

        assertCounts(job, 20, 0, 0);
        assertThat(sessions()).hasSize(20);
        try (var probe = new EventProbe(Topic.SESSION)) {
            List<Envelope> scheduled = probe.events(
                    20,
                    event -> event.event() instanceof SessionScheduled
                            && event.metadata().organizationId().equals(company.organization));
            assertThat(scheduled)
                    .extracting(event -> event.subject().id())
                    .doesNotHaveDuplicates()
                    .hasSize(20);
        }
        await().until(() -> Peers.callsFor(hanging.iterator().next()) >= 2);
        assertThat(job(id).text()).isEqualTo(job.text());
    }

    @Test
    void jobWhoseRowsAreGoneFailsInsteadOfRunningForEver() {
        CountDownLatch removed = new CountDownLatch(1);
        Peers.answer(_ -> heldUntil(removed));
        String id = start(past.rows(20));
        await().until(() -> !sessions().isEmpty());
        mongo.getCollection("historyRows").deleteMany(Filters.eq("jobId", id));
        removed.countDown();

        Answer job = finished(id);

        assertThat(job.at("/status")).isEqualTo("FAILED");
        assertThat(job.at("/processed")).isEqualTo("8");
        assertThat(job.at("/errors/0/row")).isEqualTo("9");
    }

    @Test
    void sizesAreBounded() {
        Answer tooMany = recruiter.post(
                PATH, PastRows.request(Collections.nCopies(10_001, JsonNodeFactory.instance.objectNode())));
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.at("/errors/0/pointer")).isEqualTo("/interviews");
        assertThat(tooMany.at("/errors/0/detail")).isEqualTo("at most 10,000 interviews at once");

        Answer none = recruiter.post(PATH, "{\"interviews\": []}");
        assertThat(none.status()).isEqualTo(400);

        Answer longRow =
                recruiter.post(PATH, PastRows.request(List.of(past.row(1).put("externalId", "x".repeat(1_000_001)))));
        assertThat(longRow.status()).isEqualTo(400);
        assertThat(longRow.at("/errors/0/detail")).isEqualTo("an interview may have at most 1 MB");
        assertThat(longRow.text()).hasSizeLessThan(1000);

        Answer tooLarge = recruiter.post(PATH, "{\"interviews\": [\"" + "x".repeat(32 * 1024 * 1024) + "\"]}");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.at("/detail")).contains("32768 kB");
        assertThat(mongo.getCollection("historyRows")
                        .countDocuments(Filters.eq("organizationId", company.organization.value())))
                .isZero();
    }
}
