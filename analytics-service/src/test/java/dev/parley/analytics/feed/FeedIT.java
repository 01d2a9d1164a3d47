package dev.parley.analytics.feed;

import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.opened;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.analytics.feed.Integrator.Page;
import dev.parley.analytics.topology.History;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.ServiceIT;
import dev.parley.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** From events on the topics to what an integrator reads. */
@ServiceIT
@DirtiesContext
class FeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OrganizationId organization = organization();

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Test
    void givesEachEventAsItIsOnItsTopic() {
        List<ProducerRecord<String, byte[]>> published = interview(organization);
        EventProbe.publish(published);
        awaitEvents(4);
        JsonNode first = all("?limit=100").events().getFirst();
        assertThat(first.path("specversion").asString()).isEqualTo("1.0");
        assertThat(first.path("type").asString()).isEqualTo("session.scheduled.v1");
        assertThat(first.path("sequence").asString()).isEqualTo("00000000000000000001");
        assertThat(first.path("organizationid").asString()).isEqualTo(organization.value());
        assertThat(first.path("imported").isBoolean()).isTrue();
        assertThat(first.path("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(first.propertyNames())
                .contains("id", "source", "subject", "time", "dataschema", "actor", "correlationid");
        assertThat(first.path("data").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(published.getFirst().value());
    }

    @Test
    void anEventOfATypeNotKnownHereIsPassedOnWhole() {
        var history = new History(organization, UUID.randomUUID().toString());
        EventProbe.publish(List.of(history.next(AggregateKind.SESSION, "session.imagined.v1", "{\"a\":[1,2.50]}")));
        awaitEvents(1);
        assertThat(all("?").events().getFirst().path("data").toString()).isEqualTo("{\"a\":[1,2.5]}");
    }

    @Test
    void organizationsThatShareEveryPartitionNeverSeeEachOther() {
        OrganizationId stranger = organization();
        List<ProducerRecord<String, byte[]>> both = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            both.addAll(interview(i % 2 == 0 ? organization : stranger));
        }
        EventProbe.publish(both);
        awaitEvents(40);
        assertThat(all("?limit=7").events()).hasSize(40).allMatch(one -> isOf(one, organization));
        await().atMost(PATIENCE).until(() -> of(stranger).all("?").events().size() == 40);
        assertThat(of(stranger).all("?limit=9").events()).allMatch(one -> isOf(one, stranger));
        String cursor = all("?").cursor();
        assertThat(of(stranger).get("?cursor=" + cursor).statusCode()).isEqualTo(400);
    }

    @Test
    void whileEventsOfAllPartitionsComeInNothingIsSkippedAndSubjectsKeepTheirOrder() throws Exception {
        var interviews =
                Stream.generate(() -> interview(organization)).limit(60).toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = executor.submit(() -> interviews.forEach(EventProbe::publish));
            List<JsonNode> read = new ArrayList<>();
            String cursor = Cursor.START.write(organization);
            while (read.size() < 240) {
                Page page = page("?limit=3&wait=5&cursor=" + cursor);
                assertThat(page.events()).isNotEmpty();
                read.addAll(page.events());
                cursor = page.cursor();
            }
            writing.get();
            assertThat(read.stream().map(FeedIT::key)).doesNotHaveDuplicates().hasSize(240);
            read.stream()
                    .collect(java.util.stream.Collectors.groupingBy(
                            one -> one.path("subject").asString()))
                    .values()
                    .forEach(subject -> assertThat(subject.stream()
                                    .map(one -> one.path("sequence").asString()))
                            .isSorted());
        }
    }

    @Test
    void duplicatesOnTheTopicAreOneEvent() {
        List<ProducerRecord<String, byte[]>> once = interview(organization);
        EventProbe.publish(
                Stream.of(once, once, once.subList(0, 1)).flatMap(List::stream).toList());
        EventProbe.publish(once.subList(1, 2));
        EventProbe.publish(interview(organization));
        awaitEvents(8);
        assertThat(all("?limit=3").events().stream().map(FeedIT::key))
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void poisonIsSetAsideAndItsSubjectWaitsBehindIt() {
        var history = new History(organization, UUID.randomUUID().toString());
        EventProbe.publish(List.of(
                history.next(AggregateKind.SESSION, "session.started.v1", "{\"nothing\":"),
                history.next(AggregateKind.SESSION, "session.imagined.v1", "{}")));
        EventProbe.publish(interview(organization));
        awaitEvents(4);
        await().atMost(PATIENCE)
                .until(() -> mongo.getCollection("deadLetters")
                                .countDocuments(new Document("consumer", FeedListener.CONSUMER)
                                        .append(
                                                "key",
                                                history.next(AggregateKind.SESSION, "x", "{}")
                                                        .key()))
                        == 2);
    }

    @Test
    void filtersByType() {
        EventProbe.publish(interview(organization));
        EventProbe.publish(interview(organization));
        awaitEvents(8);
        Page two = all("?type=session.started.v1&type=session.completed.v1&limit=1");
        assertThat(two.types()).hasSize(4).containsOnly("session.started.v1", "session.completed.v1");
        assertThat(page("?cursor=" + two.cursor()).events()).isEmpty();
        EventProbe.publish(interview(organization));
        assertThat(page("?wait=30&type=evaluation.opened.v1&cursor=" + two.cursor())
                        .types())
                .containsExactly("evaluation.opened.v1");
    }

    @Test
    void startsWhereATimeSaysAndGoesOnFromThere() {
        EventProbe.publish(interview(organization));
        awaitEvents(4);
        assertThat(page("?from=2026-03-02T18:00:00.000Z").events()).hasSize(4);
        Page none = page("?from=2026-03-02T18:00:00.001Z");
        assertThat(none.events()).isEmpty();
        EventProbe.publish(interview(organization));
        awaitEvents(8);
        assertThat(page("?limit=100&cursor=" + none.cursor()).events()).hasSize(4);
    }

    @Test
    void aLongPollWakesUpWhenAnEventArrives() {
        Page empty = page("?");
        var answer = CompletableFuture.supplyAsync(() -> page("?wait=30&cursor=" + empty.cursor()));
        await().during(Duration.ofMillis(300)).until(() -> !answer.isDone());
        EventProbe.publish(interview(organization));
        assertThat(answer.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                        .join()
                        .events())
                .isNotEmpty();
    }

    @Test
    void aStreamGoesOnBehindItsLastEventId() {
        EventProbe.publish(interview(organization));
        awaitEvents(4);
        String last;
        try (var lines = integrator().follow("", "")) {
            List<String> ids = lines.filter(line -> line.startsWith("id:"))
                    .map(line -> line.substring(3).strip())
                    .limit(2)
                    .toList();
            last = ids.getLast();
        }
        try (var lines = integrator().follow("", last)) {
            List<JsonNode> rest = lines.filter(line -> line.startsWith("data:"))
                    .map(line ->
                            tools.jackson.databind.json.JsonMapper.shared().readTree(line.substring("data:".length())))
                    .limit(2)
                    .toList();
            List<String> before =
                    page("?limit=2").events().stream().map(FeedIT::key).toList();
            assertThat(rest.stream().map(FeedIT::key))
                    .doesNotContainAnyElementsOf(before)
                    .doesNotHaveDuplicates();
        }
        assertThat(page("?cursor=" + last).events()).hasSize(2);
    }

    @Test
    void aStreamTellsWhatHappensMeanwhile() {
        String end = page("?").cursor();
        try (var lines = integrator().follow("?type=session.scheduled.v1&cursor=" + end, "")) {
            EventProbe.publish(interview(organization));
            assertThat(lines.filter(line -> line.startsWith("data:")).findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("session.scheduled.v1"));
        }
    }

    @Test
    void anEmptyCollectionFillsFromTheBeginningAndOldCursorsStayGood() {
        EventProbe.publish(interview(organization));
        awaitEvents(4);
        List<String> before = keys();
        String middle = page("?limit=2").cursor();
        List<String> rest =
                page("?cursor=" + middle).events().stream().map(FeedIT::key).toList();
        var container = java.util.Objects.requireNonNull(listeners.getListenerContainer(FeedListener.CONSUMER));
        container.stop();
        mongo.getCollection(FeedWriter.COLLECTION).deleteMany(new Document());
        container.start();
        awaitEvents(4);
        assertThat(keys()).isEqualTo(before);
        assertThat(page("?cursor=" + middle).events().stream().map(FeedIT::key)).isEqualTo(rest);
    }

    @Test
    void onlyAdminsAndKeysThatMayReadEvents() {
        assertThat(integrator().get("").statusCode()).isEqualTo(200);
        assertThat(person(Role.ADMIN).get("").statusCode()).isEqualTo(200);
        assertThat(new Integrator(port, "").get("").statusCode()).isEqualTo(401);
        for (Integrator other : List.of(
                person(Role.RECRUITER),
                person(Role.INTERVIEWER),
                new Integrator(port, TestTokens.apiKey(organization, Integrator.KEY, "analytics:read")))) {
            assertThat(other.get("").statusCode()).isEqualTo(403);
            try (var lines = other.follow("", "")) {
                assertThat(lines).noneMatch(line -> line.startsWith("data:"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=AQAB",
                "cursor=%20",
                "limit=0",
                "limit=101",
                "wait=31",
                "wait=-1",
                "wait=long",
                "type=session.imagined.v1",
                "from=yesterday",
                "form=2026-03-02T18:00:00.001Z"
            })
    void nonsenseGetsAProblemDocument(String query) {
        var answer = integrator().get("?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"pointer\":\"/" + query.substring(0, query.indexOf('=')));
    }

    /** Scheduled, opened, started, completed. */
    private static List<ProducerRecord<String, byte[]>> interview(OrganizationId of) {
        var id = new SessionId(UUID.randomUUID().toString());
        return new History(of, id.value()).of(scheduled(id), opened(id), started(id), completed(id));
    }

    private void awaitEvents(int count) {
        await().atMost(PATIENCE).until(() -> all("?limit=100").events().size() >= count);
    }

    private List<String> keys() {
        return all("?limit=100").events().stream().map(FeedIT::key).toList();
    }

    private static String key(JsonNode event) {
        return event.path("subject").asString() + " " + event.path("sequence").asString();
    }

    private static boolean isOf(JsonNode event, OrganizationId organization) {
        return event.path("organizationid").asString().equals(organization.value());
    }

    private Page page(String query) {
        return integrator().page(query);
    }

    private Page all(String query) {
        return integrator().all(query);
    }

    private Integrator integrator() {
        return of(organization);
    }

    private Integrator of(OrganizationId whose) {
        return Integrator.of(port, whose);
    }

    private Integrator person(Role role) {
        return new Integrator(port, TestTokens.user(organization, Integrator.KEY, role));
    }

    private static OrganizationId organization() {
        return new OrganizationId(UUID.randomUUID().toString());
    }
}
