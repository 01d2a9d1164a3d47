package dev.parley.launcher.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the API answered. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
    static final Duration A_MOMENT = Duration.ofMillis(250);
    private static final int TOO_MANY_REQUESTS = 429;

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), json(response.body()));
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The id of what was made. */
    public String id() {
        return body.path("id").asString();
    }

    /** Told to try the same again: not known yet, too often, overloaded, or something behind the gateway is away. */
    boolean asksToComeBack() {
        return status == TOO_MANY_REQUESTS
                || status == 502
                || status == 503
                || status == 504
                || (status == 409 && header("Retry-After").isPresent());
    }

    /** How long to stay away: what a limit says, otherwise a moment, since what is missing may come at any time. */
    Duration pause() {
        return status == TOO_MANY_REQUESTS
                ? Duration.ofSeconds(header("Retry-After").map(Long::parseLong).orElse(1L))
                : A_MOMENT;
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank()
                    ? JsonNodeFactory.instance.objectNode()
                    : JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
