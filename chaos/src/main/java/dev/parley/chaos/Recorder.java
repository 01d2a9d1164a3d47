package dev.parley.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the players and the gateway and writes the clients' log: each command before it is sent and when its
 * answer came. One command in four that got no answer is given up, so that nobody ever asks what became of it.
 */
final class Recorder implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final int UNAVAILABLE = 503;
    private static final int GIVEN_UP = 499;
    private static final int ONE_IN = 4;
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "expect", "keep-alive");

    private final URI gateway;
    private final CommandLog log;
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Recorder(URI gateway, CommandLog log) {
        this.gateway = gateway;
        this.log = log;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var sent = exchange.getRequestMethod().equals("GET") ? null : log.sent(exchange, body);
            HttpRequest.Builder request = request(exchange, body);
            if (sent != null) {
                request.setHeader("X-Correlation-ID", sent.correlation());
            }
            try {
                HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
                if (sent != null) {
                    log.answered(sent, response);
                }
                answer(exchange, response, sent);
            } catch (IOException e) {
                if (sent != null) {
                    log.unanswered(sent, e);
                }
                exchange.sendResponseHeaders(status(UNAVAILABLE, sent), -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private HttpRequest.Builder request(HttpExchange exchange, byte[] body) {
        var request = HttpRequest.newBuilder(gateway.resolve(exchange.getRequestURI()))
                .timeout(TIMEOUT);
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response, CommandLog.@Nullable Sent sent)
            throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        int length = response.body().length;
        exchange.sendResponseHeaders(status(response.statusCode(), sent), length == 0 ? -1 : length);
        exchange.getResponseBody().write(response.body());
    }

    private static int status(int status, CommandLog.@Nullable Sent sent) {
        if (sent == null || status < 500) {
            return status;
        }
        return Math.floorMod(sent.key().hashCode(), ONE_IN) == 0 ? GIVEN_UP : status;
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
