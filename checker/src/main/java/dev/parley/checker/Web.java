package dev.parley.checker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads over HTTP with the JDK's client; asks again where it is told to, or nobody answers. */
final class Web {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);
    private static final int ATTEMPTS = 20;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The public API as the holder of a key sees it; an empty key and organization are left out. */
    Api api(URI gateway, String key, String organization) {
        return path -> {
            var request = HttpRequest.newBuilder(gateway.resolve("/api/v1" + path));
            if (!key.isEmpty()) {
                request.header("Authorization", "Bearer " + key);
            }
            if (!organization.isEmpty()) {
                request.header("X-Parley-Organization", organization);
            }
            HttpResponse<String> response = send(request);
            String etag = response.headers().firstValue("ETag").orElse("").replaceAll("\\D", "");
            return new Api.Answer(
                    response.statusCode(), etag.isEmpty() ? 0 : Long.parseLong(etag), json(response.body()));
        };
    }

    Meters meters(URI instance) {
        return new Meters(send(HttpRequest.newBuilder(instance.resolve("/actuator/prometheus")))
                .body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        String problem = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                HttpResponse<String> response =
                        http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
                if (!AGAIN.contains(response.statusCode())) {
                    return response;
                }
                problem = "status " + response.statusCode();
            } catch (IOException e) {
                problem = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IllegalStateException(request.build().uri() + " does not answer: " + problem);
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
