package dev.parley.session.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.contracts.Topic;
import dev.parley.session.Api;
import dev.parley.session.Api.Answer;
import dev.parley.session.Peers;
import dev.parley.session.Told;
import dev.parley.testkit.EventProbe;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Imports that meet trouble on their way. */
class HistoryTroubleIT extends CompanyWithAPast {

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
            List<Envelope> scheduled = Told.once(
                    probe,
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
