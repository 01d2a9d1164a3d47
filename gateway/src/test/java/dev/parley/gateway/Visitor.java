package dev.parley.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever stands at the gateway's door, with what they show there. */
public record Visitor(int port, Map<String, String> shown) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    public record Answer(HttpResponse<String> raw) {

        public int status() {
            return raw.statusCode();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("absent");
        }

        public JsonNode json() {
            return JSON.readTree(raw.body());
        }

        public String text(String field) {
            return json().path(field).asString("absent");
        }
    }

    public static Visitor stranger(int port) {
        return new Visitor(port, Map.of());
    }

    /** The same, showing one more header. */
    public Visitor with(String header, String value) {
        var more = new TreeMap<>(shown);
        more.put(header, value);
        return new Visitor(port, more);
    }

    public Visitor without(String header) {
        var less = new TreeMap<>(shown);
        less.remove(header);
        return new Visitor(port, less);
    }

    /** A browser signed in with the cookie of the answer; what it sends comes from our own pages. */
    public Visitor signIn(String email, String password) {
        Answer answer = post("/api/v1/sign-in", Map.of("email", email, "password", password));
        if (answer.status() != 200) {
            throw new AssertionError(answer.raw().body());
        }
        String cookie = answer.header("Set-Cookie").split(";", 2)[0];
        return stranger(port).with("Cookie", cookie).with("X-Parley-Request", "1");
    }

    /** What the cookie of a signed-in browser holds. */
    public String sessionToken() {
        return Objects.requireNonNull(shown.get("Cookie")).split("=", 2)[1];
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return withKey().send("POST", path, json(body));
    }

    public Answer put(String path, Object body) {
        return withKey().send("PUT", path, json(body));
    }

    public Answer delete(String path) {
        return withKey().send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer send(String method, String path, BodyPublisher body) {
        try {
            return new Answer(CLIENT.send(request(method, path, body), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest request(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, body);
        shown.forEach(request::header);
        return request.build();
    }

    private Visitor withKey() {
        return shown.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    /** The items of a list answer. */
    public static List<JsonNode> items(Answer answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.json().path("items").forEach(items::add);
        return items;
    }
}
