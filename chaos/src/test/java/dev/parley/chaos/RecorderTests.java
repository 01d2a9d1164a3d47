package dev.parley.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written of a command, before a gateway that answers as it is told. */
class RecorderTests {
    @TempDir
    Path directory;

    private HttpServer gateway;
    private CommandLog log;
    private Recorder recorder;
    private int status = 201;
    private String correlation = "";

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            correlation = exchange.getRequestHeaders().getFirst("X-Correlation-ID");
            exchange.getResponseHeaders().add("ETag", "\"3\"");
            byte[] body = "{\"id\": \"x\", \"detail\": \"why\"}".getBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        log = new CommandLog(new JsonLines(directory.resolve("commands.jsonl")));
        recorder = new Recorder(
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort()), log);
    }

    @AfterEach
    void stop() {
        recorder.close();
        gateway.stop(0);
    }

    @Test
    void aCommandIsWrittenBeforeAndAfter() throws Exception {
        assertThat(post("key-of-a-command").statusCode()).isEqualTo(201);
        assertThat(lines()).extracting(line -> line.path("what").asString()).containsExactly("sent", "acknowledged");
        assertThat(lines().getFirst().path("ifMatch").asString()).isEqualTo("\"2\"");
        assertThat(lines().getLast().path("version").asLong()).isEqualTo(3);
        assertThat(correlation).isEqualTo("key-of-a-command");
        assertThat(log.inFlight()).isZero();
    }

    @Test
    void aRefusalIsARefusalAndAServersFaultTellsNothing() throws Exception {
        status = 412;
        post("first-command");
        status = 500;
        post("second-command");
        assertThat(lines())
                .extracting(line -> line.path("what").asString())
                .containsExactly("sent", "refused", "sent", "unanswered");
        assertThat(log.unanswered()).isEqualTo(1);
    }

    @Test
    void withoutAGatewayThereIsNoAnswer() throws Exception {
        gateway.stop(0);
        assertThat(post("lonely-command").statusCode()).isIn(499, 503);
        assertThat(lines()).extracting(line -> line.path("what").asString()).containsExactly("sent", "unanswered");
    }

    @Test
    void repeatsAreCountedAndSomeCommandsAreGivenUp() throws Exception {
        status = 503;
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(post("command-number-" + i).statusCode());
        }
        assertThat(answers).contains(499, 503);
        post("command-number-0");
        assertThat(lines().getLast().path("attempt").asInt()).isEqualTo(2);
    }

    private HttpResponse<String> post(String key) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(recorder.address().resolve("/api/v1/sessions"))
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"2\"")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(directory.resolve("commands.jsonl")).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
