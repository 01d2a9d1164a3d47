package dev.parley.acceptance;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.acceptance.Kcat.Event;
import dev.parley.acceptance.NodeExample.Line;
import dev.parley.launcher.play.Interview.Outcome;
import dev.parley.launcher.play.Interview.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The main job on one installation: started once, played, read from outside, broken, restarted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformIT {
    private Installation installation;
    private Demo demo;

    @BeforeAll
    void start() {
        installation = Installation.start();
        demo = new Demo(installation);
    }

    @AfterAll
    void stop() {
        if (installation != null) {
            installation.close();
        }
    }

    @Test
    @Order(1)
    void theSampleShowsEightWeeksAndNotOneSpike() {
        await().atMost(Duration.ofSeconds(30)).until(() -> completed().size() >= 8);
        assertThat(completed().values()).allSatisfy(week -> assertThat(week).isBetween(1, 20));
        assertThat(completed().values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThanOrEqualTo(60);
    }

    @Test
    @Order(2)
    void theReadmesInterviewRunsAsPrinted() throws IOException, InterruptedException {
        var result = new Readme(installation.home()).run("interview", installation.demo());
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).contains("DECIDED");
    }

    @Test
    @Order(3)
    void aPanelOfThreeDecidesAndTheBoardCountsIt() {
        int before = demo.sessions(demo.kit(), "decided");
        Outcome outcome = demo.interview(1, _ -> {});
        await().atMost(Duration.ofSeconds(20)).until(() -> demo.sessions(demo.kit(), "decided") == before + 1);
        List<Event> events = await().atMost(Duration.ofSeconds(20))
                .until(() -> about(outcome.sessionId()), found -> has(found, "session.decided.v1"));
        assertThat(events)
                .extracting(event -> event.header("ce_type"))
                .containsExactlyInAnyOrder(
                        "session.scheduled.v1",
                        "session.started.v1",
                        "session.completed.v1",
                        "session.decided.v1",
                        "evaluation.opened.v1",
                        "evaluation.frozen.v1",
                        "scorecard.submitted.v2",
                        "scorecard.submitted.v2",
                        "scorecard.submitted.v2",
                        "evaluation.revealed.v1",
                        "decision.recorded.v1");
        assertThat(events).allSatisfy(event -> assertThat(event.key()).isEqualTo(outcome.sessionId()));
        assertThat(commandIds(events)).hasSize(7);
    }

    @Test
    @Order(3)
    void theBoardMovesInABrowserWithoutAReload() {
        try (var browser = new Browser(installation.gateway())) {
            browser.signIn("admin@demo.example", installation.password());
            browser.page().navigate("/board");
            var decisions = browser.page().getByText(Pattern.compile("n = \\d+ decisions"));
            String before = decisions.textContent();
            demo.interview(4, _ -> {});
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !decisions.textContent().equals(before));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void theExampleOfTheFeedReadsItsOrganizationsEventsInOrderAndNoOthers() throws IOException {
        var example = NodeExample.install(installation.home(), "event-feed", "follow.js");
        var stranger = Stranger.arrive(kcat());
        String session = demo.interview(5, _ -> {}).sessionId();
        Map<String, String> environment = new java.util.HashMap<>(installation.demo());
        environment.put(
                "CURSOR_FILE",
                Files.createTempDirectory("example").resolve("cursor").toString());
        List<Line> read = new ArrayList<>();
        await().pollInSameThread().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            read.addAll(example.run(environment));
            assertThat(read)
                    .containsExactlyInAnyOrderElementsOf(published(kcat().readAll().stream()
                            .filter(event -> event.header("ce_organizationid").equals(demo.organization()))));
        });
        assertThat(read).noneMatch(line -> line.subject().equals(stranger.subject()));
        assertThat(read.stream()
                        .filter(line -> line.subject().equals("session/" + session))
                        .map(Line::type))
                .containsExactly(
                        "session.scheduled.v1", "session.started.v1", "session.completed.v1", "session.decided.v1");
        read.stream()
                .collect(groupingBy(Line::subject))
                .forEach((subject, lines) ->
                        assertThat(lines).as(subject).extracting(Line::sequence).isSorted());
    }

    @Test
    @Order(3)
    void theExampleOfATopicReadsTheEventsOfAll() {
        var example = NodeExample.install(installation.home(), "kafka-consumer", "consume.js");
        var stranger = Stranger.arrive(kcat());
        Map<String, String> environment =
                Map.of("PARLEY_KAFKA_BOOTSTRAP", installation.kafka(), "GROUP", "example." + stranger.position());
        assertThat(example.run(environment))
                .anyMatch(line -> line.subject().equals(stranger.subject()))
                .containsExactlyInAnyOrderElementsOf(published(kcat().read("session-events").stream()));
    }

    @Test
    @Order(4)
    void everyRecordIsAProperCloudEvent() {
        assertThat(kcat().readAll()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.headers())
                    .containsKeys(
                            "ce_id",
                            "ce_source",
                            "ce_type",
                            "ce_time",
                            "ce_subject",
                            "ce_organizationid",
                            "ce_actor",
                            "ce_correlationid",
                            "ce_imported");
            assertThat(event.header("ce_specversion")).isEqualTo("1.0");
            assertThat(event.header("ce_dataschema")).isEqualTo("urn:parley:schema:" + event.header("ce_type"));
            assertThat(event.header("ce_sequence")).matches("\\d{20}");
            assertThat(event.header("ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        });
    }

    @Test
    @Order(5)
    void noRatingIsOnATopicBeforeItsReveal() {
        for (Event event : kcat().read("scoring-events")) {
            if (!event.header("ce_type").equals("evaluation.revealed.v1")) {
                assertThat(event.payload()).doesNotContain("rating").doesNotContain("recommendation");
            }
        }
    }

    @Test
    @Order(6)
    void killingServicesAndTheDatabaseInMidInterviewLosesNothing() {
        int before = demo.sessions(demo.kit(), "decided");
        Map<Step, String> victims = Map.of(
                Step.STARTED, "session-1",
                Step.FIRST_SUBMITTED, "scoring-1",
                Step.COMPLETED, "mongod");
        demo.interview(2, step -> kill(victims.getOrDefault(step, "")));
        await().atMost(Duration.ofSeconds(60)).until(() -> demo.sessions(demo.kit(), "decided") == before + 1);
    }

    @Test
    @Order(7)
    void everyFigureIsWhatTheTopicsSay() {
        List<Event> events = kcat().readAll();
        JsonNode overview = demo.overview();
        Map<String, Long> counted = Recount.of(events, demo.organization(), overview);
        assertThat(counted.keySet())
                .anyMatch(name -> name.startsWith("reached OFFER"))
                .anyMatch(name -> name.startsWith("ended HIRED"))
                .anyMatch(name -> name.startsWith("score "))
                .anyMatch(name -> name.startsWith("decided within "))
                .anyMatch(name -> name.startsWith("decision ADVANCE"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Recount.shownBy(demo.overview())).isEqualTo(counted));
    }

    @Test
    @Order(8)
    void afterDownAndUpWithTwoReplicasAllDataIsThere() {
        String kit = demo.kit();
        int decided = demo.sessions(kit, "decided");
        int events = kcat().readAll().size();
        installation.restart("--replicas", "session=2");
        assertThat(demo.sessions(kit, "decided")).isEqualTo(decided);
        assertThat(kcat().readAll()).hasSizeGreaterThanOrEqualTo(events);
        demo.interview(3, step -> kill(step == Step.STARTED ? "session-2" : ""));
        await().atMost(Duration.ofSeconds(60)).until(() -> demo.sessions(kit, "decided") == decided + 1);
    }

    @Test
    @Order(9)
    void everySubjectsFirstOccurrencesAreGaplessAndInOrder() {
        Map<String, List<Event>> subjects =
                kcat().readAll().stream().collect(groupingBy(event -> event.header("ce_subject")));
        subjects.forEach((subject, events) -> {
            List<Long> first = new ArrayList<>();
            Map<Long, String> ids = new java.util.HashMap<>();
            for (Event event : events) {
                if (ids.putIfAbsent(event.sequence(), event.header("ce_id")) == null) {
                    first.add(event.sequence());
                }
                assertThat(ids.get(event.sequence())).isEqualTo(event.header("ce_id"));
            }
            assertThat(first)
                    .as(subject)
                    .containsExactlyElementsOf(
                            Stream.iterate(1L, n -> n + 1).limit(first.size()).toList());
        });
    }

    @Test
    @Order(10)
    void neitherTopicsNorLogsTellWhoTheCandidateIs() throws IOException {
        List<String> secrets = List.of(Demo.CANDIDATE, Demo.EMAIL, "Note 1 of interviewer", "read side by side");
        for (Event event : kcat().readAll()) {
            assertThat(event.payload() + event.headers()).doesNotContain(secrets);
        }
        try (var logs = Files.list(installation.logs())) {
            for (var log : logs.toList()) {
                assertThat(Files.readString(log)).doesNotContain(secrets);
            }
        }
    }

    private Map<Integer, Integer> completed() {
        Map<Integer, Integer> weeks = new java.util.TreeMap<>();
        for (JsonNode day : demo.organizer().get("/api/v1/analytics/overview").path("sessionsPerDay")) {
            int count = day.path("completed").asInt();
            if (count > 0) {
                int week = LocalDate.parse(day.path("day").asString()).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                weeks.merge(week, count, Integer::sum);
            }
        }
        return weeks;
    }

    /** Each event once, however often it was published. */
    private static Set<Line> published(Stream<Event> events) {
        return events.map(event -> new Line(event.header("ce_type"), event.header("ce_subject"), event.sequence()))
                .collect(Collectors.toSet());
    }

    private List<Event> about(String session) {
        return Stream.of("session-events", "scoring-events")
                .flatMap(topic -> kcat().read(topic).stream())
                .filter(event -> event.key().equals(session))
                .toList();
    }

    /** One correlation id per command: schedule, start, three submissions, complete, decide. */
    private static Set<String> commandIds(List<Event> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.header("ce_correlationid")));
        return ids;
    }

    private static boolean has(List<Event> events, String type) {
        return events.stream().anyMatch(event -> event.header("ce_type").equals(type));
    }

    private void kill(String process) {
        if (!process.isEmpty()) {
            installation.kill(process);
        }
    }

    private Kcat kcat() {
        return new Kcat(installation.kafka());
    }
}
