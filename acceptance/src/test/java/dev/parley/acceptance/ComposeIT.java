package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.acceptance.Compose.Output;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.Interview.Outcome;
import dev.parley.launcher.play.Interview.Step;
import dev.parley.launcher.play.Smoke;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The images under docker compose: started from nothing, played, broken, stopped and started again. */
@EnabledIfSystemProperty(
        named = "parley.engine",
        matches = "true",
        disabledReason = "needs a Docker engine and the images: ./parley verify runs it where an engine answers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {

    private final List<String> said = new ArrayList<>();
    private Compose compose;
    private @Nullable Outcome first;

    @BeforeAll
    void startFromNothing() {
        compose = new Compose("parley-acceptance");
        compose.compose("up", "--detach", "--wait").orThrow();
    }

    @AfterAll
    void stop() {
        if (compose != null) {
            compose.close();
        }
    }

    @Test
    @Order(1)
    void onlyTheGatewayCanBeReachedAndOnlyFromThisMachine() {
        List<String> published = compose.compose("ps", "--format", "{{.Service}} {{.Ports}}")
                .orThrow()
                .lines()
                .filter(line -> line.contains("->"))
                .toList();

        assertThat(published).singleElement().asString().startsWith("gateway 127.0.0.1:");
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"gateway", "question-service", "session-service", "scoring-service", "analytics-service"})
    void nobodyIsRootOrCanChangeTheProgram(String service) {
        assertThat(compose.compose("exec", "-T", service, "id", "-u").orThrow()).isEqualTo("10001");
        assertThat(compose.compose("exec", "-T", service, "touch", "/app/app.jar")
                        .text())
                .containsAnyOf("Read-only file system", "Permission denied");
        assertThat(compose.inspect(service, "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}"))
                .isEqualTo("true [ALL]");
        assertThat(compose.compose("exec", "-T", service, "cat", "sbom/application.cdx.json")
                        .orThrow())
                .contains("CycloneDX");
    }

    @Test
    @Order(3)
    void eachServiceHasOnlyItsOwnShareOfTheSecrets() {
        assertThat(secrets("gateway")).containsExactly("id-secret", "master-key", "service-secret", "setup-token");
        assertThat(secrets("session-service")).containsExactly("id-secret", "master-key", "service-secret");
        assertThat(secrets("scoring-service")).containsExactly("id-secret", "master-key");
    }

    @Test
    @Order(4)
    void aServiceThatCrashesInMidInterviewComesBackAndTheInterviewIsFinished() {
        first = smoke(Map.of("PARLEY_SETUP_TOKEN", setupToken()), step -> {
            if (step == Step.STARTED) {
                crash("session-service");
            }
        });

        assertThat(state(first)).isEqualTo("DECIDED");
        assertThat(compose.inspect("session-service", "{{.RestartCount}}")).isEqualTo("1");
    }

    @Test
    @Order(5)
    void aServiceThatIsKilledByTheOperatorGoesOnWhenItIsStarted() {
        Outcome second = smoke(Map.of("PARLEY_API_KEY", key()), step -> {
            if (step == Step.STARTED) {
                compose.compose("kill", "scoring-service").orThrow();
                compose.compose("start", "scoring-service").orThrow();
            }
        });

        assertThat(state(second)).isEqualTo("DECIDED");
    }

    @Test
    @Order(6)
    void downAndUpAgainKeepsEverything() {
        String before = analytics();
        String token = setupToken();

        compose.compose("down").orThrow();
        compose.compose("up", "--detach", "--wait").orThrow();

        assertThat(setupToken()).isEqualTo(token);
        assertThat(state(first)).isEqualTo("DECIDED");
        await().atMost(Duration.ofSeconds(30)).until(() -> analytics().equals(before));
        smoke(Map.of("PARLEY_API_KEY", key()), _ -> {});
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource({
        "PARLEY_KAFKA_BOOTSTRAP=, PARLEY_KAFKA_BOOTSTRAP is missing",
        "PARLEY_KAFKA_BOOTSTRAP=nowhere.invalid:9092, PARLEY_KAFKA_BOOTSTRAP is nowhere.invalid:9092",
        "PARLEY_MONGODB_URI=mongodb://absent:27017, PARLEY_MONGODB_URI: no MongoDB answers at absent:27017",
        "PARLEY_MONGODB_URI=mongodb://me:wrong@mongodb:27017/?replicaSet=parley, PARLEY_MONGODB_URI: MongoDB refuses",
        "PARLEY_MASTER_KEY_FILE=/absent, 'PARLEY_MASTER_KEY_FILE names /absent, which cannot be read'",
        "SERVER_PORT=many, SERVER_PORT is malformed",
    })
    void aBadSettingIsToldInOneLine(String setting, String line) {
        Output output = compose.compose("run", "--rm", "--no-deps", "-T", "-e", setting, "session-service");

        assertThat(output.exit()).isEqualTo(1);
        assertThat(output.text().lines().filter(text -> text.startsWith("PARLEY_") || text.startsWith("SERVER_")))
                .singleElement()
                .asString()
                .startsWith(line);
    }

    @Test
    @Order(8)
    void aPortThatIsTakenIsNamedAndNothingElseIsTouched() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Output output = compose.onPort(taken.getLocalPort()).compose("up", "--detach", "--no-deps", "gateway");

            assertThat(output.exit()).isNotZero();
            assertThat(output.text()).contains("127.0.0.1:" + port);
        }
        compose.compose("up", "--detach", "--wait").orThrow();
        assertThat(state(first)).isEqualTo("DECIDED");
    }

    @Test
    @Order(9)
    void memoryAndSizesArePrinted() {
        System.out.println(
                compose.docker("stats", "--no-stream", "--format", "table {{.Name}}\t{{.MemUsage}}\t{{.CPUPerc}}")
                        .orThrow());
        System.out.println(
                compose.docker("image", "ls", "--filter", "reference=parley/*").orThrow());
    }

    /** As a fault of its own would end it; what the engine is told to kill stays dead until somebody starts it. */
    private void crash(String service) {
        compose.compose("exec", "-T", service, "bash", "-c", "kill -SEGV 1").orThrow();
    }

    private Outcome smoke(Map<String, String> environment, Consumer<Step> after) {
        return new Smoke(compose.gateway(), environment, said::add, after).run();
    }

    private String setupToken() {
        return compose.compose("exec", "-T", "gateway", "cat", "/run/secrets/setup-token")
                .orThrow();
    }

    private List<String> secrets(String service) {
        return compose.compose("exec", "-T", service, "ls", "/run/secrets")
                .orThrow()
                .lines()
                .toList();
    }

    private String key() {
        return ApiKeyLine.in(said);
    }

    private ParleyClient client() {
        return ParleyClient.anonymous(compose.gateway()).withApiKey(key());
    }

    private String state(@Nullable Outcome interview) {
        return client().get(
                        "/api/v1/sessions/" + Objects.requireNonNull(interview).sessionId())
                .path("state")
                .asString();
    }

    private String analytics() {
        return client().get("/api/v1/analytics/sessions").path("sessionsPerDay").toString();
    }
}
