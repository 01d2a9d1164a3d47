package dev.parley.question;

import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a caller of one organization meets it. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final @Nullable String token;

    public Api(int port, @Nullable String token) {
        this.base = "http://127.0.0.1:" + port;
        this.token = token;
    }

    public static OrganizationId anOrganization() {
        return new OrganizationId(UUID.randomUUID().toString());
    }

    public static Api as(int port, OrganizationId organization, Role role) {
        return new Api(port, TestTokens.user(organization, UUID.randomUUID().toString(), role));
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String id() {
            return json().path("id").asString();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, Object body, String... headers) {
        return send(command(path, headers).POST(BodyPublishers.ofString(text(body))));
    }

    public Answer postAs(String key, String path, Object body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(body))));
    }

    public Answer put(String path, Object body, String... headers) {
        return send(command(path, headers).PUT(BodyPublishers.ofString(text(body))));
    }

    public Answer delete(String path, String... headers) {
        return send(command(path, headers).DELETE());
    }

    /** Imports a pack and waits until the job has ended. */
    public JsonNode imported(Object pack) {
        Answer accepted = post("/api/v1/packs/imports", pack);
        if (accepted.status() != 202) {
            throw new AssertionError(accepted.response().body());
        }
        return ended(accepted.id());
    }

    public JsonNode ended(String job) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> get("/api/v1/packs/imports/" + job).json(),
                        view -> !view.path("status").asString().equals("RUNNING"));
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private HttpRequest.Builder command(String path, String... headers) {
        return request(path, headers)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
