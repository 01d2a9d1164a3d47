package dev.parley.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What clients know of their commands: a line when one is sent, and a line when it is answered or is not. */
final class CommandLog {
    private final JsonLines lines;
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong unanswered = new AtomicLong();

    CommandLog(JsonLines lines) {
        this.lines = lines;
    }

    /** One request on its way. */
    record Sent(String key, int attempt, String correlation) {}

    int inFlight() {
        return inFlight.get();
    }

    long unanswered() {
        return unanswered.get();
    }

    Sent sent(HttpExchange exchange, byte[] body) {
        String key = header(exchange, "Idempotency-Key")
                .orElseGet(() -> UUID.randomUUID().toString());
        int attempt = attempts.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        String correlation = key.matches("[A-Za-z0-9._-]{8,64}")
                ? key
                : UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString();
        var sent = new Sent(key, attempt, correlation);
        Map<String, Object> line = line("sent", sent);
        line.put("correlation", correlation);
        line.put("method", exchange.getRequestMethod());
        line.put("path", exchange.getRequestURI().getPath());
        header(exchange, "If-Match").ifPresent(etag -> line.put("ifMatch", etag));
        // the set-up and sign-ins carry passwords, and packs are long
        if (exchange.getRequestURI().getPath().contains("/ratings/")) {
            line.put("body", json(body));
        }
        inFlight.incrementAndGet();
        lines.write(line);
        return sent;
    }

    void answered(Sent sent, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Map<String, Object> line = line(status < 300 ? "acknowledged" : status < 500 ? "refused" : "unanswered", sent);
        line.put("status", status);
        if (status < 300) {
            line.put("id", json(response.body()).path("id").asString(""));
            String etag = response.headers().firstValue("ETag").orElse("").replaceAll("\\D", "");
            line.put("version", etag.isEmpty() ? 0 : Long.parseLong(etag));
        } else {
            line.put("detail", json(response.body()).path("detail").asString(""));
        }
        ended(line, status >= 500);
    }

    void unanswered(Sent sent, IOException fault) {
        Map<String, Object> line = line("unanswered", sent);
        line.put("fault", fault.toString());
        ended(line, true);
    }

    private void ended(Map<String, Object> line, boolean withoutAnswer) {
        inFlight.decrementAndGet();
        if (withoutAnswer) {
            unanswered.incrementAndGet();
        }
        lines.write(line);
    }

    private static Map<String, Object> line(String what, Sent sent) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", what);
        line.put("at", Instant.now().toString());
        line.put("key", sent.key());
        line.put("attempt", sent.attempt());
        return line;
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private static JsonNode json(byte[] text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
