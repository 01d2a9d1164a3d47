package dev.parley.analytics;

import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static dev.parley.contracts.DecisionOutcome.ADVANCE;
import static dev.parley.contracts.DecisionOutcome.REJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.testkit.ServiceIT;
import dev.parley.testkit.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** From events on the topics to figures of the API. */
@ServiceIT
@DirtiesContext
class AnalyticsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DAYS = "?from=2026-03-01&to=2026-03-10";

    private final OrganizationId organization =
            new OrganizationId(UUID.randomUUID().toString());

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Clock clock;

    @Test
    void aWholeInterviewShowsOnTheBoard() {
        new Interview(organization).applies().isHeld().isDecided(ADVANCE);
        await().atMost(PATIENCE).until(() -> board().decisions("ADVANCE") == 1);
        JsonNode overview = board().read("overview" + DAYS);
        assertThat(overview.at("/funnel/0").toString()).isEqualTo("{\"stage\":\"APPLIED\",\"count\":1}");
        assertThat(overview.at("/sessionsPerDay")).hasSize(10);
        assertThat(overview.at("/sessionsPerDay/2/day").asString()).isEqualTo("2026-03-03");
        assertThat(overview.at("/sessionsPerDay/2/decided").asInt()).isEqualTo(1);
        assertThat(overview.at("/sessionsPerDay/3/scheduled").asInt()).isZero();
        assertThat(overview.at("/scores")).hasSize(16);
        assertThat(overview.at("/scores/12").toString()).contains("\"bucket\":4000", "\"count\":1");
        assertThat(overview.at("/timeToDecision/count").asInt()).isEqualTo(1);
        assertThat(overview.at("/timeToDecision/medianMinutes").asInt()).isBetween(45, 60);
    }

    @Test
    void everyViewCanBeReadAlone() {
        for (String view : new String[] {"funnel", "sessions", "scores", "decisions", "time-to-decision"}) {
            assertThat(board().get(view).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aReversalMovesTheDecision() {
        var interview = new Interview(organization).isHeld().isDecided(ADVANCE);
        await().atMost(PATIENCE).until(() -> board().decisions("ADVANCE") == 1);
        interview.isDecided(REJECT);
        await().atMost(PATIENCE).until(() -> board().decisions("REJECT") == 1);
        await().atMost(PATIENCE).until(() -> board().decisions("ADVANCE") == 0);
    }

    @Test
    void repeatedEventsChangeNothing() {
        var first = new Interview(organization).applies().isHeld().isDecided(ADVANCE);
        await().atMost(PATIENCE).until(() -> board().decisions("ADVANCE") == 1);
        String before = board().figures();
        first.repeats();
        awaitEverythingCounted();
        assertThat(board().figures()).isEqualTo(before);
    }

    @Test
    void anEventBeyondAGapIsKeptAsADeadLetterAndLaterOnesFollow() {
        var interview = new Interview(organization);
        interview
                .happens(scheduled(interview.id()))
                .loses(started(interview.id()))
                .happens(completed(interview.id()));
        String subject = "session/" + interview.id();
        await().atMost(PATIENCE).until(() -> deadLetter(subject) != null);
        assertThat(deadLetter(subject)).containsEntry("topic", "session-events").containsKey("cause");
    }

    @Test
    void freshnessMovesOn() {
        new Interview(organization).isHeld();
        awaitEverythingCounted();
        Instant asOf = board().asOf();
        await().atMost(PATIENCE).until(() -> board().asOf().isAfter(asOf));
    }

    @Test
    void aStreamTellsWhenFiguresChanged() {
        try (var lines = board().follow("updates")) {
            var data = lines.filter(line -> line.startsWith("data:"))
                    .map(line -> Long.parseLong(line.substring("data:".length()).strip()))
                    .iterator();
            long before = data.next();
            new Interview(organization).isHeld();
            assertThat(data.next()).isGreaterThan(before);
        }
    }

    @Test
    void anotherOrganizationSeesNothingOfIt() {
        new Interview(organization).applies().isHeld();
        awaitEverythingCounted();
        var stranger = Board.of(port, new OrganizationId(UUID.randomUUID().toString()));
        assertThat(stranger.read("sessions" + DAYS).at("/sessionsPerDay")).isEmpty();
        assertThat(stranger.read("funnel" + DAYS).at("/funnel/0/count").asInt()).isZero();
    }

    @Test
    void onlyThoseWhoMaySeeFigures() {
        String user = UUID.randomUUID().toString();
        assertThat(new Board(port, "").get("overview").statusCode()).isEqualTo(401);
        assertThat(new Board(port, TestTokens.forged(organization, user, Role.ADMIN))
                        .get("overview")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Board.of(port, organization, Role.INTERVIEWER)
                        .get("overview")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Board.of(port, organization, Role.INTERVIEWER).get("updates").statusCode())
                .isEqualTo(403);
        assertThat(new Board(port, TestTokens.apiKey(organization, user, "analytics:read"))
                        .get("overview")
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Board(port, TestTokens.apiKey(organization, user, "catalog:read"))
                        .get("overview")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview?from=2026-03-02&to=2026-03-01",
                "funnel?from=tomorrow",
                "sessions?from=2024-01-01&to=2026-01-01",
                "scores?kit=1",
                "time-to-decision?position=ABC"
            })
    void nonsenseGetsAProblemDocument(String rest) {
        var answer = board().get(rest);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/invalid\"", "\"pointer\":\"/");
    }

    private Board board() {
        return Board.of(port, organization);
    }

    private void awaitEverythingCounted() {
        Instant now = clock.instant();
        await().atMost(PATIENCE).until(() -> board().asOf().isAfter(now));
    }

    private @Nullable Document deadLetter(String subject) {
        return mongo.getCollection("deadLetters")
                .find(new Document("subject", subject))
                .first();
    }
}
