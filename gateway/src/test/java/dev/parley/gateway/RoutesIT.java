package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.Visitor.Answer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesIT extends GatewayIT {

    @Test
    void bringsARequestToItsServiceAndItsAnswerBack() {
        Answer answer = admin().get("/api/v1/kits?limit=3&name=a%20b");

        assertThat(answer.text("uri")).isEqualTo("/api/v1/kits?limit=3&name=a%20b");
        assertThat(answer.header("ETag")).isEqualTo("\"5\"");
        assertThat(answer.raw().headers().allValues("X-Correlation-ID")).hasSize(1);
        assertThat(answer.header("Set-Cookie")).isEqualTo("absent");
        assertThat(answer.header("Server")).isEqualTo("absent");
    }

    @Test
    void takesAlongOnlyWhatServicesMayBelieve() {
        var headers = admin().with("X-Parley-Roles", "ADMIN")
                .with("X-Forwarded-For", "10.0.0.1")
                .with("Idempotency-Key", "k-1")
                .with("If-Match", "\"3\"")
                .post("/api/v1/candidates", Map.of("a", 1))
                .json()
                .path("headers");

        assertThat(headers.path("authorization").asString()).startsWith("Bearer eyJ");
        assertThat(headers.path("idempotency-key").asString()).isEqualTo("k-1");
        assertThat(headers.path("if-match").asString()).isEqualTo("\"3\"");
        assertThat(headers.toString()).doesNotContain("parley_session", "x-parley", "x-forwarded-for");
    }

    @Test
    void oneTraceAndOneCorrelationIdRunThrough() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Answer answer = admin().with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .with("X-Correlation-ID", "click-12345")
                .get("/api/v1/kits");

        var headers = answer.json().path("headers");
        assertThat(headers.path("traceparent").asString())
                .startsWith("00-" + trace)
                .doesNotContain("00f067aa0ba902b7");
        assertThat(headers.path("x-correlation-id").asString()).isEqualTo("click-12345");
        assertThat(answer.header("X-Correlation-ID")).isEqualTo("click-12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space inside", "<script>alert(1)</script>", "x{jndi:ldap}xxxx"})
    void anIndecentCorrelationIdIsReplaced(String indecent) {
        String given = stranger()
                .with("X-Correlation-ID", indecent)
                .get("/api/v1/kits")
                .header("X-Correlation-ID");

        assertThat(given).matches("[0-9a-f-]{36}");
    }

    @Test
    void unknownRoutesAndStrangersGetProblems() {
        assertThat(admin().get("/api/v1/nothing").text("type")).isEqualTo("/problems/not-found");
        assertThat(stranger().get("/api/v1/nothing").text("type")).isEqualTo("/problems/unauthenticated");
        assertThat(stranger().get("/nothing").status()).isEqualTo(404);
        assertThat(stranger().get("/api/v1/kits").status()).isEqualTo(401);
        assertThat(admin().get("/api/v1/kits/a;b=c").status()).isEqualTo(400);
        assertThat(admin().get("/api/v1/kits/%2e%2e/users").status()).isEqualTo(400);
        assertThat(admin().get("/api/v1/kits//x").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/kits/%00",
                "/api/v1/kits/a%2fb",
                "/%ff",
                "/assets/a%5cb",
                "/api/v1/kits/a;b=c",
                "/api//v1"
            })
    void badlyEncodedAddressesAreProblemsWithACorrelationId(String path) {
        Answer answer = stranger().get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("/problems/invalid");
        assertThat(answer.text("correlationId")).matches("[0-9a-f-]{36}").isEqualTo(answer.header("X-Correlation-ID"));
    }

    @Test
    void unknownMethodsAreProblems() {
        Answer unknown = stranger().send("FOO", "/api/v1/kits", BodyPublishers.noBody());
        assertThat(unknown.status()).isEqualTo(501);
        assertThat(unknown.text("correlationId")).isEqualTo(unknown.header("X-Correlation-ID"));

        Answer trace = stranger().send("TRACE", "/api/v1/kits", BodyPublishers.noBody());
        assertThat(trace.status()).isEqualTo(405);
        assertThat(trace.text("correlationId")).isEqualTo(trace.header("X-Correlation-ID"));
    }

    @Test
    void parametersAreCheckedWhereTheyAreRead() {
        Answer own = admin().get("/api/v1/users?limt=3");
        assertThat(own.status()).isEqualTo(400);
        assertThat(own.json().at("/errors/0/pointer").asString()).isEqualTo("/limt");

        assertThat(admin().get("/api/v1/kits?limt=3").status()).isEqualTo(200);
        String organization = admin().get("/api/v1/me").text("organizationId");
        assertThat(admin().get("/api/v1/users?limit=3&organization=" + organization)
                        .status())
                .isEqualTo(200);
        assertThat(stranger().get("/?utm=1").status()).isEqualTo(200);
        assertThat(stranger().get("/openapi/gateway?x=1").status()).isEqualTo(200);
    }

    @Test
    void whatIsTooLargeDoesNotGetIn() {
        int before = SERVICE.served();
        String megabyte = "\"" + "x".repeat(1024 * 1024) + "\"";

        Answer refused = admin().post("/api/v1/questions", megabyte);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("type")).isEqualTo("/problems/too-large");
        assertThat(SERVICE.served()).isEqualTo(before);
        assertThat(admin().post("/api/v1/packs/imports", megabyte).status()).isEqualTo(200);
    }

    @Test
    void malformedJsonIsExplained() {
        Answer answer = admin().post("/api/v1/users", "{\"email\": ");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/detail").asString()).startsWith("not JSON, at line 1");
        assertThat(admin().post("/api/v1/users", "{\"mail\": 1}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/mail");
    }

    @Test
    void waitsForAServiceThatComesBack() throws Exception {
        Visitor admin = admin();
        SERVICE.stop();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = executor.submit(() -> admin.post("/api/v1/sessions", Map.of()));
            await().during(java.time.Duration.ofMillis(600)).until(() -> !waiting.isDone());
            SERVICE.startAgain();
            assertThat(waiting.get().status()).isEqualTo(200);
        }
    }

    @Test
    void waitsForAServiceThatIsNotReady() {
        SERVICE.notReadyFor(2);
        assertThat(admin().get("/api/v1/sessions").status()).isEqualTo(200);
    }

    @Test
    void saysWhenAServiceIsAway() {
        Visitor admin = admin();
        SERVICE.stop();
        try {
            Answer answer = admin.get("/api/v1/sessions");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("type")).isEqualTo("/problems/unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(stranger().get("/actuator/health/readiness").status()).isEqualTo(200);
        } finally {
            SERVICE.startAgain();
        }
    }

    @Test
    void anAnswerThatBreaksOffIsToBeAskedForAgain() {
        Answer answer = admin().get("/api/v1/sessions/torn");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("type")).isEqualTo("/problems/unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.header("ETag")).isEqualTo("absent");
    }

    @Test
    void aReaderOfEventsSaysInWhichFormAndBehindWhichOne() {
        var arrived = admin().with("Accept", "text/event-stream")
                .with("Last-Event-ID", "AQAB")
                .get("/api/v1/events?limit=3")
                .json();
        assertThat(arrived.path("headers").path("accept").asString()).isEqualTo("text/event-stream");
        assertThat(arrived.path("headers").path("last-event-id").asString()).isEqualTo("AQAB");
    }

    @Test
    void streamsAreHandedOnAsTheyCome() throws Exception {
        var request = admin().request("GET", "/api/v1/analytics/updates", BodyPublishers.noBody());
        SERVICE.event();
        try (var client = HttpClient.newHttpClient();
                var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("data: 1");
            lines.readLine();
            SERVICE.event();
            assertThat(lines.readLine()).isEqualTo("data: 2");
        }
    }
}
