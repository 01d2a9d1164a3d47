package dev.parley.gateway;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** Stands for all services: believes internal tokens by the gateway's published keys, and tells what reached it. */
final class TestService {

    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final Semaphore events = new Semaphore(0);
    private final AtomicInteger unready = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;
    private @Nullable JwtDecoder tokens;

    TestService() {
        server = start(0);
        port = server.getAddress().getPort();
    }

    /** What a request looked like on arrival. */
    record Arrived(String method, String uri, Map<String, String> headers, int body, Map<String, Object> claims) {}

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    void believe(int gatewayPort) {
        try {
            var keys = URI.create("http://127.0.0.1:" + gatewayPort + "/.well-known/jwks.json");
            var decoder = NimbusJwtDecoder.withJwkSource(
                            JWKSourceBuilder.create(keys.toURL()).build())
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer("parley-gateway"));
            tokens = decoder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets its stream send one more event. */
    void event() {
        events.release();
    }

    /** Answers so many requests with 503. */
    void notReadyFor(int requests) {
        unready.set(requests);
    }

    int served() {
        return served.get();
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() {
        server = start(port);
    }

    private HttpServer start(int at) {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        served.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (unready.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            reply(exchange, 503, "{}");
        } else if (exchange.getRequestURI().getPath().equals("/v3/api-docs")) {
            reply(exchange, 200, "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"http://inside\"}]}");
        } else {
            tell(exchange, body);
        }
    }

    private void tell(HttpExchange exchange, byte[] body) throws IOException {
        try {
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            Jwt token = java.util.Objects.requireNonNull(tokens).decode(authorization.replace("Bearer ", ""));
            if (exchange.getRequestURI().getPath().endsWith("/updates/silent")) {
                silence(exchange);
            } else if (exchange.getRequestURI().getPath().endsWith("/torn")) {
                tear(exchange);
            } else if (exchange.getRequestURI().getPath().endsWith("/updates")) {
                stream(exchange);
            } else {
                reply(exchange, 200, arrived(exchange, body, token));
            }
        } catch (JwtException e) {
            reply(exchange, 401, "{}");
        }
    }

    private static String arrived(HttpExchange exchange, byte[] body, Jwt token) {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().toLowerCase(java.util.Locale.ROOT),
                        one -> one.getValue().getFirst()));
        Map<String, Object> claims = token.getClaims().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> String.valueOf(one.getValue())));
        return JSON.writeValueAsString(new Arrived(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body.length, claims));
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            for (int number = 1; ; number++) {
                events.acquire();
                exchange.getResponseBody().write(("data: " + number + "\n\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A stream with one comment, which never ends by itself. */
    private void silence(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(":\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    /** An answer that breaks off, as when the process is killed. */
    private static void tear(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("ETag", "\"5\"");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"id".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("ETag", "\"5\"");
        headers.set("X-Correlation-ID", "the-services-own");
        headers.set("Set-Cookie", "inside=1");
        headers.set("Server", "inside");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
