package dev.parley.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real one, with the project's own configuration and rules, only quicker. */
final class Prometheus implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final Process process;

    /** Scrapes what is at the ports: {@code session-1} is an instance of session-service. */
    Prometheus(Path binary, Path configuration, Map<String, Integer> ports) throws IOException {
        Path home = Files.createTempDirectory("parley-prometheus");
        Files.createDirectories(home.resolve("rules"));
        Files.createDirectories(home.resolve("targets"));
        quicker(configuration.resolve("prometheus.yml"), home.resolve("prometheus.yml"));
        try (Stream<Path> rules = Files.list(configuration.resolve("rules"))) {
            for (Path rule : rules.toList()) {
                Files.copy(rule, home.resolve("rules").resolve(rule.getFileName()));
            }
        }
        Files.writeString(home.resolve("targets/test.yml"), targets(ports));
        int port = freePort();
        this.address = URI.create("http://127.0.0.1:" + port);
        this.process = new ProcessBuilder(
                        binary.toString(),
                        "--config.file=" + home.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + home.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("prometheus.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> get("/-/ready").contains("Ready"));
    }

    /** The program of that name on the path. */
    static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The vector that an expression evaluates to now. */
    JsonNode query(String expression) {
        try {
            JsonNode answer = JsonMapper.shared()
                    .readTree(get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)));
            if (!answer.path("status").asString().equals("success")) {
                throw new IllegalArgumentException(
                        expression + ": " + answer.path("error").asString());
            }
            return answer.path("data").path("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The targets that could not be scraped last time, each with the reason. */
    List<String> failures() throws IOException, InterruptedException {
        List<String> failures = new ArrayList<>();
        for (JsonNode target : JsonMapper.shared()
                .readTree(get("/api/v1/targets"))
                .path("data")
                .path("activeTargets")) {
            if (!target.path("health").asString().equals("up")) {
                failures.add(target.path("scrapeUrl").asString() + ": "
                        + target.path("lastError").asString());
            }
        }
        return failures;
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static void quicker(Path from, Path to) throws IOException {
        Files.writeString(to, Files.readString(from).replace("_interval: 15s", "_interval: 5s"));
    }

    private static String targets(Map<String, Integer> ports) {
        StringBuilder targets = new StringBuilder();
        ports.forEach((name, port) -> targets.append(
                "- targets: [\"127.0.0.1:%d\"]\n  labels: {application: %s}\n".formatted(port, application(name))));
        return targets.toString();
    }

    private static String application(String instance) {
        String name = instance.replaceFirst("-\\d+$", "");
        return name.equals("gateway") ? name : name + "-service";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
