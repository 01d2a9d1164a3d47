package dev.parley.gateway.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

class ApiKeysIT extends GatewayIT {

    private static final String PATH = "/api/v1/api-keys";

    @Autowired
    private MongoTemplate mongo;

    @Test
    void isToldOnceAndStoredAsItsHash() {
        Visitor admin = admin().with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> wanted = Map.of("name", "ats", "scopes", Set.of("catalog:read"));

        Answer issued = admin.post(PATH, wanted);
        Answer again = admin.post(PATH, wanted);

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.text("key")).matches("pk_[A-Za-z0-9_-]{43}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(issued.text("id"));
        assertThat(again.text("key")).isEqualTo("absent");
        assertThat(mongo.findAll(Document.class, "apiKeys"))
                .noneSatisfy(one -> assertThat(one.toJson()).contains(issued.text("key")));
    }

    @Test
    void knowsItself() {
        Answer me = integrator("catalog:read", "events:read").get("/api/v1/me");

        assertThat(me.text("principalType")).isEqualTo("api-key");
        assertThat(me.json().path("scopes").toString()).isEqualTo("[\"catalog:read\",\"events:read\"]");
        assertThat(me.text("organizationId"))
                .isEqualTo(admin().get("/api/v1/me").text("organizationId"));
    }

    @Test
    void mayDoWhatItsScopesSay() {
        Visitor reader = integrator("identity:read");
        Visitor writer = integrator("identity:write");

        assertThat(reader.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(reader.post("/api/v1/users", newUser("by-reader@acme.test", Role.RECRUITER))
                        .status())
                .isEqualTo(403);
        assertThat(writer.get("/api/v1/users").status()).isEqualTo(403);
        assertThat(writer.post("/api/v1/users", newUser("by-writer@acme.test", Role.RECRUITER))
                        .status())
                .isEqualTo(201);
        assertThat(writer.get(PATH).status()).isEqualTo(403);
        assertThat(writer.post(PATH, Map.of("name", "more", "scopes", Set.of("identity:read")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void makesNobodyAnAdmin() {
        Visitor writer = integrator("identity:write");

        assertThat(writer.post("/api/v1/users", newUser("by-key@acme.test", Role.ADMIN))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void belongsToOneOrganization() {
        OrganizationId foreign = foreignOrganization("keys@foreign.test");

        assertThat(integrator("identity:read")
                        .with("X-Parley-Organization", foreign.value())
                        .get("/api/v1/users")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isUselessOnceRevoked() {
        Visitor admin = admin();
        Answer issued = admin.post(PATH, Map.of("name", "short", "scopes", Set.of("identity:read")));
        Visitor integrator = stranger().with("Authorization", "Bearer " + issued.text("key"));
        assertThat(integrator.get("/api/v1/users").status()).isEqualTo(200);

        Answer revoked = admin.delete(PATH + "/" + issued.text("id"));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(integrator.get("/api/v1/users").status()).isEqualTo(401);
        Answer shown = admin.get(PATH + "/" + issued.text("id"));
        assertThat(shown.text("revokedAt")).isNotEqualTo("absent");
        assertThat(shown.text("lastUsedAt")).matches(".*:00\\.000Z");
    }

    /** Drafts and decisions are a person's; imported evaluations are a service's. */
    @ParameterizedTest
    @ValueSource(strings = {"evaluations:import", "scorecards:read", "decisions:write", "catalog:*"})
    void refusesScopesThatNoRouteTakesFromAKey(String scope) {
        Answer refused = admin().post(PATH, Map.of("name", "x", "scopes", Set.of("catalog:read", scope)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/scopes");
    }

    @Test
    void refusesWhatNoKeyCanHave() {
        assertThat(admin().post(PATH, Map.of("name", "x", "scopes", Set.of())).status())
                .isEqualTo(400);
        assertThat(admin().post(
                                PATH,
                                Map.of(
                                        "name", "x",
                                        "scopes", Set.of("identity:read"),
                                        "expiresAt", Instant.EPOCH.toString()))
                        .status())
                .isEqualTo(400);
    }

    /** ASVS 5.0 13.3.4: a secret is changed without standing still, and the former one ends. */
    @Test
    void anotherSecretTakesTheKeysPlaceWhileTheFormerGoesOnForAWhile() {
        Visitor admin = admin();
        Answer issued = admin.post(PATH, Map.of("name", "turning", "scopes", Set.of("identity:read")));
        String id = issued.text("id");
        Visitor former = stranger().with("Authorization", "Bearer " + issued.text("key"));
        assertThat(former.get("/api/v1/users").status()).isEqualTo(200);

        Visitor keyed = admin.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer rotated = keyed.post(PATH + "/" + id + "/rotation", Map.of("overlapHours", 1));
        Visitor latter = stranger().with("Authorization", "Bearer " + rotated.text("key"));

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(keyed.post(PATH + "/" + id + "/rotation", Map.of("overlapHours", 1))
                        .text("key"))
                .isEqualTo("absent");
        assertThat(latter.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(former.get("/api/v1/users").status()).as("for an hour").isEqualTo(200);
        assertThat(admin.get(PATH + "/" + id).text("formerUntil")).isNotEqualTo("absent");

        Answer again = admin.post(PATH + "/" + id + "/rotation", Map.of("overlapHours", 0));

        assertThat(latter.get("/api/v1/users").status()).as("at once").isEqualTo(401);
        assertThat(former.get("/api/v1/users").status()).as("two before").isEqualTo(401);
        assertThat(stranger()
                        .with("Authorization", "Bearer " + again.text("key"))
                        .get("/api/v1/users")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyAnAdminOfItsOrganizationGivesAKeyAnotherSecret() {
        String id = admin().post(PATH, Map.of("name", "kept", "scopes", Set.of("identity:read")))
                .text("id");
        String rotation = PATH + "/" + id + "/rotation";
        foreignOrganization("keys-2@foreign.test");

        assertThat(stranger()
                        .signIn("keys-2@foreign.test", PASSWORD)
                        .post(rotation, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(member("keys-recruiter@acme.test", Role.RECRUITER)
                        .post(rotation, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(integrator("identity:write").post(rotation, Map.of()).status())
                .isEqualTo(403);
        assertThat(stranger().post(rotation, Map.of()).status()).isEqualTo(401);
        assertThat(admin().post(rotation, Map.of("overlapHours", 721)).status()).isEqualTo(400);
    }

    @Test
    void guessesAreNobody() {
        assertThat(stranger()
                        .with("Authorization", "Bearer " + ApiKeySecret.random().value())
                        .get("/api/v1/users")
                        .status())
                .isEqualTo(401);
        assertThat(stranger()
                        .with("Authorization", "Basic cm9vdDpyb290")
                        .get("/api/v1/users")
                        .status())
                .isEqualTo(401);
    }
}
