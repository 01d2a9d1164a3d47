package dev.parley.analytics.feed;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the feed with one token. */
record Integrator(int port, String token) {

    static final String KEY = "00000000-0000-4000-8000-00000000000b";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Integrator of(int port, OrganizationId organization) {
        return new Integrator(port, TestTokens.apiKey(organization, KEY, "events:read"));
    }

    /** Some events, and the cursor behind them. */
    record Page(List<JsonNode> events, String cursor) {

        List<String> types() {
            return events.stream().map(one -> one.path("type").asString()).toList();
        }

        List<String> keys() {
            return events.stream().map(FeedTest::key).toList();
        }
    }

    Page page(String query) {
        HttpResponse<String> answer = get(query);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        JsonNode page = JsonMapper.shared().readTree(answer.body());
        return new Page(
                page.path("events").valueStream().toList(), page.path("cursor").asString());
    }

    /** Pages of this size from the beginning to the present end. */
    Page all(String query) {
        return rest(query, page(query));
    }

    /** The same from a cursor on. */
    Page after(String cursor) {
        return rest("?", page("?cursor=" + cursor));
    }

    private Page rest(String query, Page first) {
        List<JsonNode> events = new ArrayList<>();
        Page page = first;
        while (!page.events().isEmpty()) {
            events.addAll(page.events());
            page = page(query + "&cursor=" + page.cursor());
        }
        return new Page(events, page.cursor());
    }

    HttpResponse<String> get(String query) {
        return send(request(query), BodyHandlers.ofString());
    }

    /** Lines as they arrive; close it to hang up. */
    Stream<String> follow(String query, String lastEventId) {
        HttpRequest.Builder request = request(query).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return send(request, BodyHandlers.ofLines()).body();
    }

    /** What an operator does with a dead letter. */
    static HttpResponse<String> operate(int port, String command, String body) {
        var address = "http://127.0.0.1:" + port + "/api/v1/operator/analytics-service/dead-letters/" + command;
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + TestTokens.operator("an-operator"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events" + query))
                .header("Authorization", "Bearer " + token);
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
