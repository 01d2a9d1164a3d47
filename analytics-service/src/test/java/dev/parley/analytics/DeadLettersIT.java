package dev.parley.analytics;

import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.testkit.ServiceIT;
import dev.parley.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators can do about a session that cannot be counted. */
@ServiceIT
@DirtiesContext
class DeadLettersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OrganizationId organization =
            new OrganizationId(UUID.randomUUID().toString());
    private final Interview poisoned = new Interview(organization);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void figuresAreRightAfterThePoisonIsRepairedAndOthersWereNeverWrong() throws Exception {
        poison();
        assertThat(sessions("scheduled")).isEqualTo(2);
        assertThat(sessions("completed")).isEqualTo(1);
        String first = letters().getFirst();

        JsonNode inVain = post(first + "/replay", "");
        assertThat(inVain.toString()).contains("\"settled\":0", "\"waiting\":2", "session.started.v1");
        JsonNode repaired = post(
                first + "/repair",
                "{\"data\": " + ContractsJson.events().writeValueAsString(started(poisoned.id())) + "}");

        assertThat(repaired.toString()).isEqualTo("{\"settled\":2,\"waiting\":0}");
        await().atMost(PATIENCE).until(() -> sessions("completed") == 2);
        assertThat(sessions("scheduled")).isEqualTo(2);
        assertThat(settled(first)).isEqualTo("REPAIRED");
        poisoned.repeats();
        poisoned.happens(completed(poisoned.id()));
        new Interview(organization).isHeld();
        await().atMost(PATIENCE).until(() -> sessions("completed") == 3);
        assertThat(letters()).isEmpty();
    }

    @Test
    void laterEventsAreCountedAfterADiscard() throws Exception {
        poison();
        String first = letters().getFirst();

        JsonNode refused = post(letters().getLast() + "/discard", "{\"reason\": \"never happened\"}");
        JsonNode discarded = post(first + "/discard", "{\"reason\": \"never happened\"}");

        assertThat(refused.at("/status").asInt()).isEqualTo(409);
        assertThat(discarded.toString()).isEqualTo("{\"settled\":2,\"waiting\":0}");
        await().atMost(PATIENCE).until(() -> sessions("completed") == 2);
        assertThat(settled(first)).isEqualTo("DISCARDED");
        assertThat(letters()).isEmpty();
    }

    /** One session whose second event cannot be read, with a third behind it, and one that is fine. */
    private void poison() {
        poisoned.happens(scheduled(poisoned.id()))
                .garbles(started(poisoned.id()))
                .happens(completed(poisoned.id()));
        new Interview(organization).isHeld();
        await().atMost(PATIENCE).until(() -> letters().size() == 2);
        await().atMost(PATIENCE).until(() -> sessions("completed") == 1);
    }

    private List<String> letters() {
        return mongo
                .getCollection("deadLetters")
                .find(new Document("subject", "session/" + poisoned.id())
                        .append("consumer", "analytics-service.topology"))
                .sort(new Document("offset", 1))
                .into(new java.util.ArrayList<>())
                .stream()
                .map(letter -> letter.getString("_id"))
                .toList();
    }

    private String settled(String letter) {
        Document found = mongo.getCollection("settledLetters")
                .find(new Document("_id", letter))
                .first();
        return found == null ? "not at all" : found.getString("outcome");
    }

    private int sessions(String what) {
        return Board.of(port, organization)
                .read("sessions?from=2026-03-01&to=2026-03-10")
                .at("/sessionsPerDay")
                .valueStream()
                .mapToInt(day -> day.path(what).asInt())
                .sum();
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + port + "/api/v1/operator/analytics-service/dead-letters/" + path;
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + TestTokens.operator("an-operator"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return new JsonMapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
