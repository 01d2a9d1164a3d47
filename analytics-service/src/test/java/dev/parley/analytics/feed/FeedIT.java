package dev.parley.analytics.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.analytics.feed.Integrator.Page;
import dev.parley.analytics.topology.History;
import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What integrators read, page by page and as a stream. */
class FeedIT extends FeedTest {

    @Autowired
    private Clock clock;

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
        String cursor = page("?").cursor();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = executor.submit(() -> interviews.forEach(EventProbe::publish));
            List<JsonNode> read = new ArrayList<>();
            while (read.size() < 240) {
                Page page = page("?limit=3&wait=5&cursor=" + cursor);
                assertThat(page.events()).isNotEmpty();
                read.addAll(page.events());
                cursor = page.cursor();
            }
            writing.get();
            assertThat(read.stream().map(FeedTest::key)).doesNotHaveDuplicates().hasSize(240);
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
        assertThat(all("?limit=3").events().stream().map(FeedTest::key))
                .hasSize(8)
                .doesNotHaveDuplicates();
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
                    page("?limit=2").events().stream().map(FeedTest::key).toList();
            assertThat(rest.stream().map(FeedTest::key))
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
    void filtersByType() {
        EventProbe.publish(interview(organization));
        EventProbe.publish(interview(organization));
        awaitEvents(8);
        Page two = all("?type=session.started.v1&type=session.completed.v1&limit=1");
        assertThat(two.types()).hasSize(4).containsOnly("session.started.v1", "session.completed.v1");
        EventProbe.publish(interview(organization));
        assertThat(page("?wait=30&type=session.started.v1&cursor=" + two.cursor())
                        .types())
                .containsExactly("session.started.v1");
    }

    @Test
    void startsWhereTheTopicsWereAtATimeAndGoesOnFromThere() {
        EventProbe.publish(interview(organization));
        awaitEvents(4);
        Instant between = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Page none = page("?from=" + between);
        EventProbe.publish(interview(organization));
        awaitEvents(8);
        assertThat(page("?from=2026-03-02T09:00:00.000Z").events()).hasSize(8);
        assertThat(none.events()).isEmpty();
        assertThat(after(none.cursor()).events()).hasSize(4);
        assertThat(page("?from=" + between).keys())
                .isEqualTo(after(none.cursor()).keys());
    }

    @Test
    void onlyAdminsAndKeysThatMayReadEvents() {
        assertThat(integrator().get("").statusCode()).isEqualTo(200);
        assertThat(person(Role.ADMIN).get("").statusCode()).isEqualTo(200);
        assertThat(new Integrator(port, "").get("").statusCode()).isEqualTo(401);
        for (Integrator other : List.of(
                person(Role.RECRUITER),
                person(Role.INTERVIEWER),
                new Integrator(port, TestTokens.operator("an-operator")),
                new Integrator(port, TestTokens.apiKey(organization, Integrator.KEY)),
                new Integrator(port, TestTokens.apiKey(organization, Integrator.KEY, "analytics:read")),
                new Integrator(port, TestTokens.service(organization, "session-service", "analytics:read")))) {
            assertThat(other.get("").statusCode()).as(other.token()).isEqualTo(403);
            try (var lines = other.follow("", "")) {
                assertThat(lines).noneMatch(line -> line.startsWith("data:"));
            }
        }
    }

    @Test
    void theNextPageIsLinked() {
        EventProbe.publish(interview(organization));
        awaitEvents(4);
        var answer = integrator()
                .get("?limit=3&type=session.started.v1&type=session.completed.v1&from=2026-03-02T09:00:00Z");
        String link = answer.headers().firstValue("Link").orElseThrow();
        assertThat(link)
                .startsWith("</api/v1/events?")
                .endsWith(">; rel=\"next\"")
                .contains("limit=3", "type=session.completed.v1");
        Page next = page(link.substring("</api/v1/events".length(), link.indexOf('>')));
        assertThat(next.events()).isEmpty();
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the token library speaks it
    void aStreamSaysThatItIsAliveAndEndsWithItsToken() {
        Date soon = Date.from(clock.instant().plusSeconds(4));
        String token =
                TestTokens.altered(organization, Integrator.KEY, claims -> claims.expirationTime(soon), Role.ADMIN);
        try (var lines = new Integrator(port, token).follow("", "")) {
            assertThat(lines.filter(line -> !line.isEmpty())).containsOnly(":still here");
        }
        assertThat(clock.instant())
                .isBetween(soon.toInstant().minusSeconds(1), soon.toInstant().plusSeconds(10));
    }

    @Test
    void aStreamRefusesWhatAPageRefuses() {
        for (String query : List.of("?cursor=AQAB", "?type=session.imagined.v1", "?wait=1")) {
            try (var lines = integrator().follow(query, "")) {
                assertThat(lines.toList()).as(query).singleElement().asString().contains("\"status\":400");
            }
        }
        try (var lines = integrator().follow("", "AQAB")) {
            assertThat(lines.toList()).singleElement().asString().contains("\"pointer\":\"/Last-Event-ID\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=AQAB",
                "cursor=%20",
                "cursor=AQAAAAAAAAAAAAAAAAAAAAAA",
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

    private static boolean isOf(JsonNode event, OrganizationId organization) {
        return event.path("organizationid").asString().equals(organization.value());
    }
}
