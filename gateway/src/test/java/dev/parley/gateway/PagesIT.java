package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.EventCodec;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.Topic;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.platform.security.FromInside;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesIT extends GatewayIT {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/kits",
                "/kits/1",
                "/sessions/new",
                "/sessions/1",
                "/board",
                "/set-up",
                "/sign-in",
                "/account",
                "/reset",
                "/invitation"
            })
    void everyAddressOfTheConsoleIsTheConsole(String address) {
        Answer page = stranger().get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.raw().body()).contains("Parley");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void whatThePageLoadsIsKeptForEver() {
        var script = SCRIPT.matcher(stranger().get("/").raw().body());
        assertThat(script.find()).isTrue();

        assertThat(stranger().get(script.group(1)).header("Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable");
        assertThat(stranger().get("/").header("Cache-Control")).contains("no-");
        assertThat(stranger().get("/api/v1/setup").header("Cache-Control")).contains("no-store");
        assertThat(stranger().get("/assets/nothing.js").status()).isEqualTo(404);
    }

    @Test
    void onePageDescribesEveryService() {
        assertThat(stranger().get("/docs").header("Location")).isEqualTo("/swagger-ui/index.html");
        Answer page = stranger().get("/swagger-ui/index.html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("style-src 'self' 'unsafe-inline'");
        assertThat(stranger().get("/openapi/gateway/swagger-config").raw().body())
                .contains("/openapi/gateway", "/openapi/question", "/openapi/session", "/openapi/scoring")
                .contains("/openapi/analytics");
        assertThat(stranger()
                        .get("/openapi/question")
                        .json()
                        .at("/servers/0/url")
                        .asString())
                .isEqualTo("/");
        assertThat(stranger().get("/openapi/gateway").json().path("paths").propertyNames())
                .contains("/api/v1/users", "/api/v1/me", "/api/v1/sign-in", "/api/v1/setup", "/api/v1/api-keys")
                .doesNotContain("/internal/v1/tokens");
        assertThat(stranger().get("/openapi/nothing").status()).isEqualTo(404);
    }

    @Test
    void strangersReadWhatTheEventsAre() {
        Answer document = stranger().get("/asyncapi");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Type")).isEqualTo("application/json");
        assertThat(document.text("asyncapi")).isEqualTo("3.0.0");
        assertThat(document.json().path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        assertThat(stranger().get("/openapi/gateway").json().path("paths").propertyNames())
                .noneMatch(path -> path.startsWith("/asyncapi") || path.startsWith("/schemas"));
    }

    @Test
    void theSchemaOfEveryEventIsTheOneThatTheEventNames() {
        for (String event : EventTypes.everything().keySet()) {
            Answer schema = stranger().get("/schemas/" + event + ".json");
            assertThat(schema.header("Content-Type")).isEqualTo("application/schema+json");
            assertThat(schema.text("$id")).isEqualTo(EventCodec.schemaOf(event));
        }
        assertThat(stranger().get("/schemas/session.teleported.v1.json").status())
                .isEqualTo(404);
        assertThat(stranger().get("/schemas/session.started.v1").status()).isEqualTo(404);
        assertThat(stranger().get("/schemas/..%2fasyncapi.json").status()).isEqualTo(400);
    }

    @Test
    void fromOutsideOnlyWhetherItLivesAndTakesRequestsIsTold() {
        Visitor outside = stranger().with("X-Forwarded-For", "127.0.0.1");

        for (String probe : FromInside.PROBES) {
            assertThat(outside.get(probe).raw().body()).isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(outside.get("/actuator/health").status()).isEqualTo(401);
        assertThat(outside.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(admin().with("X-Forwarded-For", "127.0.0.1")
                        .get("/actuator/prometheus")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thisMachineSeesMetricsAndComponentsAndNothingElseOfTheActuator() {
        assertThat(stranger().get("/actuator/prometheus").raw().body()).contains("http_server_requests");
        assertThat(stranger().get("/actuator/health").json().path("components").has("mongo"))
                .isTrue();
        assertThat(stranger().get("/actuator/env").status()).isEqualTo(404);
    }
}
