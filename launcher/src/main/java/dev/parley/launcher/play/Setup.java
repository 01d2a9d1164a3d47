package dev.parley.launcher.play;

import dev.parley.launcher.client.Answer;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.client.ParleyClient.Call;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** First steps in an installation: organization, people, API key, packs. Each step has a key, so it can be repeated. */
public final class Setup {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> SCOPES = List.of(
            "catalog:read",
            "catalog:write",
            "interviews:read",
            "interviews:write",
            "evaluations:read",
            "analytics:read",
            "events:read",
            "identity:read",
            "identity:write");

    private final ParleyClient anonymous;
    private final String keyPrefix;

    /** Steps with the same prefix are the same steps. */
    public Setup(ParleyClient anonymous, String keyPrefix) {
        this.anonymous = anonymous;
        this.keyPrefix = keyPrefix;
    }

    /** Someone who can sign in. */
    public record Account(String email, String displayName, String password) {
        ObjectNode json() {
            return JSON.createObjectNode()
                    .put("email", email)
                    .put("displayName", displayName)
                    .put("password", password);
        }
    }

    public boolean isOpen() {
        return anonymous.get("/api/v1/setup").path("open").asBoolean();
    }

    /** The first organization, its admin, and the installation's operator. */
    public void found(String token, String organization, Account admin, Account operator) {
        ObjectNode body = JSON.createObjectNode().put("token", token).put("organization", organization);
        body.set("admin", admin.json());
        body.set("operator", operator.json());
        anonymous.post("/api/v1/setup", body);
    }

    /** A key for everything but decisions. */
    public String apiKey(ParleyClient admin, String name) {
        ObjectNode body = JSON.createObjectNode().put("name", name);
        SCOPES.forEach(body.putArray("scopes")::add);
        return admin.post("/api/v1/api-keys", body).body().path("key").asString();
    }

    /** Adds a person; gives their id. */
    public String user(ParleyClient by, Account account, String... roles) {
        ObjectNode body = account.json();
        List.of(roles).forEach(body.putArray("roles")::add);
        return by.send(Call.post("/api/v1/users", body).key(keyPrefix + "/user/" + account.email()))
                .id();
    }

    /** Imports a pack and waits for it; gives the finished job. */
    public JsonNode pack(ParleyClient by, String pack) {
        Answer accepted = by.send(
                Call.post("/api/v1/packs/imports", JSON.readTree(pack)).key(keyPrefix + "/pack/" + pack.hashCode()));
        return job(by, accepted);
    }

    /** Waits until a job is over. */
    public static JsonNode job(ParleyClient by, Answer accepted) {
        String path = accepted.header("Location").orElseThrow();
        return by.await(
                path, "the job to end", job -> !job.path("status").asString().equals("RUNNING"));
    }
}
