package dev.parley.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.contracts.ContractsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the gateway's token office and scoring-service's import would be; remembers what it was given. */
public final class Peers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Answer TAKEN = new Answer(200, "{}");
    private static final Map<String, JsonNode> EVALUATIONS = new ConcurrentHashMap<>();
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();
    private static volatile Function<JsonNode, Answer> behaviour = _ -> TAKEN;

    static final String URI_OF_BOTH = start();

    /** What scoring-service answers. */
    public record Answer(int status, String body) {}

    private Peers() {}

    /** From here on scoring-service takes everything. */
    public static void takeAll() {
        behaviour = _ -> TAKEN;
    }

    /** From here on scoring-service answers as the function says; null takes it. */
    public static void answer(Function<JsonNode, @Nullable Answer> wish) {
        behaviour = body -> Objects.requireNonNullElse(wish.apply(body), TAKEN);
    }

    /** What was taken for the session, the last time. */
    public static JsonNode evaluationOf(String sessionId) {
        return Objects.requireNonNull(EVALUATIONS.get(sessionId), "scoring-service got nothing for " + sessionId);
    }

    /** How often scoring-service was offered something for the session. */
    public static long callsFor(String sessionId) {
        return CALLS.stream().filter(sessionId::equals).count();
    }

    private static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/internal/v1/tokens", Peers::token);
            server.createContext("/internal/v1/imported-evaluations", Peers::evaluation);
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void token(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        boolean known = "test".equals(exchange.getRequestHeaders().getFirst("X-Parley-Service-Secret"));
        String token = "for " + request.path("organizationId").asString() + " " + request.path("scopes");
        String expiry = ContractsJson.format(Instant.now().plusSeconds(120));
        send(exchange, new Answer(known ? 200 : 403, """
                {"token": "%s", "expiresAt": "%s"}""".formatted(
                        HexFormat.of().formatHex(token.getBytes(UTF_8)), expiry)));
    }

    private static void evaluation(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String session = body.path("sessionId").asString();
        CALLS.add(session);
        String bearer = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String token = new String(HexFormat.of().parseHex(bearer), UTF_8);
        boolean ours = token.endsWith(" [\"evaluations:import\"]")
                && session.equals(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        Answer answer = ours ? behaviour.apply(body) : new Answer(403, "{}");
        if (answer.status() == 200) {
            EVALUATIONS.put(session, body);
        }
        send(exchange, answer);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        boolean problem = answer.status() >= 400;
        exchange.getResponseHeaders().add("Content-Type", problem ? "application/problem+json" : "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
