package dev.parley.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.launcher.process.LaunchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads and what the API is asked for; the API's answers are the test's. */
class LettersCommandTests {
    private static final String ID = "session-service.catalog:question-events:3:17";
    private static final String PATH = "/api/v1/operator/session-service/dead-letters/" + ID;
    private static final String LETTER = """
            {"id": "%s", "consumer": "session-service.catalog", "topic": "question-events", "partition": 3, "offset": 17,
             "subject": "kit/1", "sequence": "00000000000000000010", "type": "kit.archived.v1", "cause": "no rule",
             "at": "2026-03-03T09:00:00.000Z", "repaired": false}""".formatted(ID);

    @TempDir
    Path place;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("PARLEY_OPERATOR_EMAIL", "op@x.test", "PARLEY_OPERATOR_PASSWORD", "a long password"));
    private HttpServer api;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", this::answer);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void listsAllServicesAsATable() throws IOException {
        answers(
                "GET /api/v1/operator/session-service/dead-letters?limit=100&subject=kit/1",
                "{\"items\": [" + LETTER + "]}");

        assertThat(run("list", "--subject", "kit/1")).isZero();

        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "ID                                            SUBJECT  EVENT  TYPE             SINCE                     CAUSE",
                        ID + "  kit/1    10     kit.archived.v1  2026-03-03T09:00:00.000Z  no rule");
        assertThat(asked).filteredOn(line -> line.startsWith("GET")).hasSize(Letters.SERVICES.size());
    }

    @Test
    void followsPagesAndShowsTheOldestFirst() throws IOException {
        String path = "GET /api/v1/operator/session-service/dead-letters?limit=100";
        answers(path, "{\"items\": [{\"id\": \"newer\"}], \"next\": \"abc\"}");
        answers(path + "&cursor=abc", "{\"items\": [{\"id\": \"older\"}]}");

        assertThat(run("list", "--service", "session-service")).isZero();

        assertThat(out.toString(UTF_8)).containsSubsequence("older", "newer");
    }

    @Test
    void saysThatNothingWaits() throws IOException {
        assertThat(run("list")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("No dead letters wait.\n");
    }

    @Test
    void showsHeadersDataAndWhatItWasBeforeARepair() throws IOException {
        answers("GET " + PATH, """
                {"letter": %s, "key": "1", "content": {"headers": {"ce_type": "kit.archived.v1"}, "data": "{}"},
                 "original": {"headers": {}, "data": "{1}"}, "repaired": {"by": "user/7"}}""".formatted(LETTER));

        assertThat(run("show", ID)).isZero();

        assertThat(out.toString(UTF_8))
                .contains("cause      no rule", "key        1", "ce_type  kit.archived.v1")
                .containsSubsequence("{}", "before user/7 repaired it", "{1}");
    }

    @Test
    void asksAgainUntilTheSubjectIsDrained() throws IOException {
        answers("POST " + PATH + "/replay", "{\"settled\": 500, \"waiting\": 2}", "{\"settled\": 2, \"waiting\": 0}");

        assertThat(run("replay", ID)).isZero();

        assertThat(out.toString(UTF_8)).isEqualTo("502 letters done, none of the subject wait.\n");
    }

    @Test
    void saysWhereItStopped() throws IOException {
        answers("POST " + PATH + "/replay", """
                {"settled": 0, "waiting": 1, "stopped": {"id": "%s", "cause": "still no rule"}}""".formatted(ID));

        assertThat(run("replay", ID)).isEqualTo(1);

        assertThat(out.toString(UTF_8)).isEqualTo("0 letters done, 1 letter of the subject waits.\n");
        assertThat(err.toString(UTF_8)).isEqualTo("Stopped at " + ID + ": still no rule.\n");
    }

    @Test
    void sendsARepairWithTheDataOfAFile() throws IOException {
        Path data = Files.writeString(place.resolve("data.json"), "{\"kitId\": 1}");
        answers("POST " + PATH + "/repair", "{\"settled\": 1, \"waiting\": 0}");

        assertThat(run("replay", ID, "--data", data.toString(), "--type", "kit.archived.v2"))
                .isZero();

        assertThat(asked).last().asString().endsWith("{\"type\":\"kit.archived.v2\",\"data\":{\"kitId\":1}}");
        assertThatThrownBy(
                        () -> run("replay", ID, "--data", place.resolve("none").toString()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("none");
    }

    @Test
    void discardsWithAReason() throws IOException {
        answers("POST " + PATH + "/discard", "{\"settled\": 1, \"waiting\": 0}");

        assertThat(run("discard", ID, "--reason", "never happened")).isZero();

        assertThat(asked).last().asString().endsWith("{\"reason\":\"never happened\"}");
    }

    @Test
    void tellsTheProblemInItsOwnWords() {
        assertThatThrownBy(() -> run("show", ID))
                .isInstanceOf(LaunchException.class)
                .hasMessage("There is nothing here (404).");
    }

    @Test
    void needsAnOperator() {
        environment.clear();
        assertThatThrownBy(() -> run("list"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContainingAll("OPERATOR", "PARLEY_OPERATOR_EMAIL", "PARLEY_OPERATOR_PASSWORD");
    }

    @Test
    void knowsTheOperatorOfThisMachine() throws IOException {
        var settings = Settings.of(place, Map.of());
        Files.createDirectories(settings.data().root());
        Files.writeString(settings.data().demo(), "PARLEY_DEMO_PASSWORD=kept\n");

        new OperatorSignIn(settings).at(address(), true);

        assertThat(asked)
                .containsExactly("POST /api/v1/sign-in {\"email\":\"operator@demo.example\",\"password\":\"kept\"}");
    }

    private int run(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("events", "dead-letters"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", address().toString()));
        var command = (Command.OnLetters) Arguments.parse(all.toArray(String[]::new));
        var terminal = new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
        var operator = new OperatorSignIn(Settings.of(place, environment)).at(address(), false);
        return new LettersCommand(new Letters(operator), terminal).run(command);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + api.getAddress().getPort());
    }

    private void answers(String request, String... bodies) {
        answers.put(request, new ArrayDeque<>(List.of(bodies)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        var query = exchange.getRequestURI().getQuery();
        var line = query == null ? request : request + "?" + query;
        asked.add((line + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8)).strip());
        var known = answers.getOrDefault(line, new ArrayDeque<>());
        boolean list = line.contains("?limit=100");
        boolean signIn = line.endsWith("/sign-in");
        int status = known.isEmpty() && !list && !signIn ? 404 : 200;
        var otherwise = status == 404 ? "{\"detail\": \"There is nothing here.\"}" : "{\"items\": []}";
        byte[] body = (known.isEmpty() ? otherwise : known.pop()).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Set-Cookie", "parley_session=1; Path=/");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
