package dev.parley.launcher.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the API answered. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

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

    /** Told to try the same again: not known yet, overloaded, or something behind the gateway is away. */
    boolean asksToComeBack() {
        return status == 502
                || status == 503
                || status == 504
                || (status == 409 && header("Retry-After").isPresent());
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
