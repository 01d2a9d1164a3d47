package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Interview.Outcome;
import dev.parley.launcher.play.Smoke;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Volumes that run full while interviews are played: who says so, and whether all is there when they have room again. */
@EnabledIfSystemProperty(
        named = "parley.engine",
        matches = "true",
        disabledReason = "needs a Docker engine and the images: ./parley verify runs it where an engine answers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullVolumesIT {
    private static final Duration LONG = Duration.ofMinutes(4);

    private Compose compose;
    private String key;

    @BeforeAll
    void start() {
        compose = new Compose("parley-full", "acceptance/src/test/compose/small-volumes.yml");
        compose.compose("up", "--detach", "--wait").orThrow();
        List<String> said = new ArrayList<>();
        String token = compose.compose("exec", "-T", "gateway", "cat", "/run/secrets/setup-token")
                .orThrow();
        new Smoke(compose.gateway(), Map.of("PARLEY_SETUP_TOKEN", token), said::add, _ -> {}).run();
        key = ApiKeyLine.in(said);
    }

    @AfterAll
    void stop() {
        compose.close();
    }

    @Test
    void mongoWithoutRoomStopsTheServicesUntilItHasSome() {
        withLoad("mongodb", () -> await().atMost(LONG).until(() -> restarts("mongodb") > 0));

        assertThat(compose.compose("logs", "mongodb").text()).contains("No space left on device");
    }

    @Test
    void kafkaWithoutRoomIsWaitedForWhileCommandsGoOn() {
        withLoad("kafka", () -> {
            await().atMost(LONG).until(() -> restarts("kafka") > 0);
            assertThat(client().post("/api/v1/positions", position()).status()).isEqualTo(201);
        });

        assertThat(compose.compose("logs", "kafka").text()).contains("No space left on device");
    }

    @Test
    void figuresWithoutRoomStandStillAndAreRightAfterwards() {
        withLoad("analytics", () -> {
            compose.compose("restart", "analytics-service").orThrow();
            await().atMost(LONG)
                    .until(() -> compose.compose("logs", "analytics-service")
                            .text()
                            .contains("PARLEY_STATE_DIR: no room is left"));
            await().atMost(LONG).until(() -> health("analytics-service").equals("unhealthy"));
        });
    }

    /** While one volume is full; what was acknowledged before, meanwhile and afterwards must be there in the end. */
    private void withLoad(String volume, Runnable trouble) {
        Load load = new Load(ParleyClient.anonymous(compose.gateway()), key);
        load.play(_ -> {});
        try (load) {
            load.start(1);
            keeper("dd if=/dev/zero of=/%s/ballast bs=64k; true".formatted(volume));
            trouble.run();
            keeper("rm /%s/ballast".formatted(volume));
        }
        load.play(_ -> {});

        assertThat(load.played()).allMatch(interview -> state(interview).equals("DECIDED"));
        await().atMost(LONG).until(() -> load.onTheBoard() >= load.played().size());
    }

    private void keeper(String command) {
        compose.compose("exec", "-T", "keeper", "sh", "-c", command).orThrow();
    }

    private int restarts(String service) {
        return Integer.parseInt(compose.inspect(service, "{{.RestartCount}}"));
    }

    private String health(String service) {
        return compose.inspect(service, "{{.State.Health.Status}}");
    }

    private String state(Outcome interview) {
        return client().get("/api/v1/sessions/" + interview.sessionId())
                .path("state")
                .asString();
    }

    private static JsonNode position() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("title", "While the log is full")
                .put("timeZone", "Europe/Vienna");
    }

    private ParleyClient client() {
        return ParleyClient.anonymous(compose.gateway()).withApiKey(key);
    }
}
