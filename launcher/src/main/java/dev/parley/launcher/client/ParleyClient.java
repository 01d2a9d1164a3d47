package dev.parley.launcher.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the public API as one caller. A request that got no answer, or was told to come back, is repeated with the same
 * idempotency key, so a command happens once however often it is sent.
 */
public final class ParleyClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final URI base;
    private final @Nullable String credential;
    private final @Nullable String value;

    private ParleyClient(HttpClient http, URI base, @Nullable String credential, @Nullable String value) {
        this.http = http;
        this.base = base;
        this.credential = credential;
        this.value = value;
    }

    /** Someone who is not signed in. */
    public static ParleyClient anonymous(URI base) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        return new ParleyClient(http, base, null, null);
    }

    public ParleyClient withApiKey(String key) {
        return new ParleyClient(http, base, "Authorization", "Bearer " + key);
    }

    /** A person with a session of their own. */
    public ParleyClient signedIn(String email, String password) {
        var body = JSON.createObjectNode().put("email", email).put("password", password);
        Answer answer = send(Call.post("/api/v1/sign-in", body));
        String cookie = answer.header("set-cookie")
                .map(text -> text.split(";", 2)[0])
                .orElseThrow(() -> new ApiException(answer.status(), "the sign-in set no cookie"));
        return new ParleyClient(http, base, "Cookie", cookie);
    }

    public URI base() {
        return base;
    }

    public JsonNode get(String path) {
        return send(Call.get(path)).body();
    }

    /** A command with a fresh idempotency key. */
    public Answer post(String path, JsonNode body) {
        return send(Call.post(path, body));
    }

    /** Looks at a resource until it is there, and as wanted: what another service tells of it may still be on its way. */
    public JsonNode await(String path, String what, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = sendUntilFinal(Call.get(path));
            if (answer.status() != NOT_FOUND
                    && wanted.test(orThrow(answer, Call.get(path)).body())) {
                return answer.body();
            }
            if (System.nanoTime() > end) {
                throw new ApiException(0, "waited in vain for " + what + " at " + path);
            }
            LockSupport.parkNanos(Answer.A_MOMENT.toNanos());
        }
    }

    /**
     * Sends until there is a final answer.
     *
     * @throws ApiException when that answer is a problem
     */
    public Answer send(Call call) {
        return orThrow(sendUntilFinal(call), call);
    }

    private static Answer orThrow(Answer answer, Call call) {
        if (answer.status() >= 400) {
            throw new ApiException(
                    answer.status(),
                    call.method() + " " + call.path() + ": " + answer.body().toString());
        }
        return answer;
    }

    /** The final answer, problems included. */
    public Answer sendUntilFinal(Call call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Answer> answer = attempt(call);
            if (answer.isPresent() && !answer.get().asksToComeBack()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                return answer.orElseThrow(() -> new ApiException(0, "no answer from " + base + call.path()));
            }
            LockSupport.parkNanos(
                    answer.map(Answer::pause).orElse(Answer.A_MOMENT).toNanos());
        }
    }

    private Optional<Answer> attempt(Call call) {
        try {
            HttpResponse<String> response = http.send(request(call), BodyHandlers.ofString());
            return Optional.of(Answer.of(response));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(0, "interrupted");
        }
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(base.resolve(call.path())).timeout(Duration.ofSeconds(40));
        if (credential != null && value != null) {
            request.header(credential, value);
        }
        if (call.ifMatch() != null) {
            request.header("If-Match", call.ifMatch());
        }
        if (call.method().equals("GET")) {
            return request.GET().build();
        }
        return request.header("Content-Type", "application/json")
                .header("Idempotency-Key", call.key())
                .header("X-Parley-Request", "1")
                .method(call.method(), BodyPublishers.ofString(call.body().toString()))
                .build();
    }

    /** One request; its key makes repeating it harmless. */
    public record Call(
            String method,
            String path,
            JsonNode body,
            @Nullable String ifMatch,
            String key) {

        public static Call get(String path) {
            return new Call("GET", path, JSON.createObjectNode(), null, "");
        }

        public static Call post(String path, JsonNode body) {
            return new Call("POST", path, body, null, UUID.randomUUID().toString());
        }

        public static Call put(String path, JsonNode body) {
            return new Call("PUT", path, body, null, UUID.randomUUID().toString());
        }

        public Call ifMatch(String etag) {
            return new Call(method, path, body, etag, key);
        }

        public Call key(String other) {
            return new Call(method, path, body, ifMatch, other);
        }
    }
}
