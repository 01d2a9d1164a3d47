package dev.parley.analytics;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API as somebody with one token sees it. */
record Board(int port, String token) {

    private static final String USER = "00000000-0000-4000-8000-00000000000a";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static Board of(int port, OrganizationId organization) {
        return new Board(port, TestTokens.user(organization, USER, Role.RECRUITER));
    }

    static Board of(int port, OrganizationId organization, Role role) {
        return new Board(port, TestTokens.user(organization, USER, role));
    }

    /** The answer to a part of the path behind /analytics. */
    JsonNode read(String rest) {
        HttpResponse<String> answer = get(rest);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** The overview around the interview in Auckland, without its time. */
    String figures() {
        JsonNode overview = read("overview?from=2026-03-01&to=2026-03-10");
        ((ObjectNode) overview).remove("asOf");
        return overview.toString();
    }

    /** Decisions in force around that interview. */
    int decisions(String outcome) {
        return read("decisions?from=2026-03-01&to=2026-03-10")
                .at("/decisions")
                .valueStream()
                .filter(row -> row.at("/outcome").asString().equals(outcome))
                .mapToInt(row -> row.at("/count").asInt())
                .sum();
    }

    /** Up to when the figures are complete. */
    Instant asOf() {
        String asOf = read("funnel").at("/asOf").asString("");
        return asOf.isEmpty() ? Instant.MIN : Instant.parse(asOf);
    }

    HttpResponse<String> get(String rest) {
        return send(rest, BodyHandlers.ofString());
    }

    /** Lines as they arrive; close it to hang up. */
    Stream<String> follow(String rest) {
        return send(rest, BodyHandlers.ofLines()).body();
    }

    private <T> HttpResponse<T> send(String rest, HttpResponse.BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/analytics/" + rest));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
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
