package dev.parley.gateway.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.parley.contracts.Role;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

/** ASVS 5.0 7.2.4, 7.3, 7.4, 7.5.2: sessions begin anew, end in time, are seen and ended by their owner. */
class DevicesIT extends GatewayIT {

    private static final String PATH = "/api/v1/me/devices";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Clock clock;

    @Test
    void aPersonSeesWhereTheyAreSignedInAndWhichOneThisIs() {
        Visitor here = member("devices@acme.test", Role.INTERVIEWER);
        stranger().with("User-Agent", FIREFOX).signIn("devices@acme.test", PASSWORD);

        List<JsonNode> devices = Visitor.items(here.get(PATH));

        assertThat(devices).hasSize(2);
        assertThat(devices).filteredOn(one -> one.path("current").asBoolean()).hasSize(1);
        assertThat(devices).extracting(one -> one.path("userAgent").asString()).contains("Firefox on Linux");
        assertThat(devices).allSatisfy(one -> {
            assertThat(one.path("clientAddress").asString()).isEqualTo("127.0.0.1");
            assertThat(one.path("signedInAt").asString()).endsWith("Z");
            assertThat(one.path("seenAt").asString()).endsWith("Z");
        });
        assertThat(here.get(PATH).raw().body()).doesNotContain(new SessionToken(here.sessionToken()).hash());
    }

    @Test
    void endsOneOfThemAndOnlyThatOne() {
        Visitor here = member("end-one@acme.test", Role.INTERVIEWER);
        Visitor there = stranger().signIn("end-one@acme.test", PASSWORD);
        String id = otherThan(here);

        assertThat(here.delete(PATH + "/" + id).status()).isEqualTo(204);

        assertThat(there.get(PATH).status()).isEqualTo(401);
        assertThat(here.get(PATH).status()).isEqualTo(200);
        assertThat(here.delete(PATH + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void nobodyEndsAnothersSession() {
        Visitor victim = member("victim@acme.test", Role.INTERVIEWER);
        String id = Visitor.items(victim.get(PATH)).getFirst().path("id").asString();

        assertThat(admin().delete(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(stranger().delete(PATH + "/" + id).status()).isEqualTo(401);
        assertThat(integrator("identity:write").delete(PATH + "/" + id).status())
                .isEqualTo(403);
        assertThat(integrator("identity:read").get(PATH).status()).isEqualTo(403);
        assertThat(victim.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void signsOutEverywhere() {
        Visitor here = member("everywhere@acme.test", Role.INTERVIEWER);
        Visitor there = stranger().signIn("everywhere@acme.test", PASSWORD);

        Answer out = here.delete(PATH);

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(here.get(PATH).status()).isEqualTo(401);
        assertThat(there.get(PATH).status()).isEqualTo(401);
        assertThat(stranger().signIn("everywhere@acme.test", PASSWORD).get(PATH).status())
                .isEqualTo(200);
    }

    @Test
    void operatorsHaveDevicesToo() {
        admin();
        assertThat(stranger().signIn("operator@acme.test", PASSWORD).get(PATH).status())
                .isEqualTo(200);
    }

    /** ASVS 5.0 7.2.4: whoever planted the old cookie does not get in with it. */
    @Test
    void signingInGivesANewTokenAndEndsTheOldOne() {
        Visitor old = member("rotation@acme.test", Role.INTERVIEWER);

        Answer again = old.post("/api/v1/sign-in", Map.of("email", "rotation@acme.test", "password", PASSWORD));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Set-Cookie")).doesNotContain(old.sessionToken());
        assertThat(old.get(PATH).status()).isEqualTo(401);
    }

    /** ASVS 5.0 7.3.1, 7.3.2. */
    @Test
    void endsWithoutUseAndHoweverMuchItIsUsed() {
        Visitor idle = member("idle@acme.test", Role.INTERVIEWER);
        Visitor old = member("old@acme.test", Role.INTERVIEWER);

        set(idle, "seenAt", Duration.ofHours(-8));
        set(old, "expiresAt", Duration.ZERO);

        assertThat(idle.get(PATH).status()).isEqualTo(401);
        assertThat(old.get(PATH).status()).isEqualTo(401);
    }

    /** ASVS 5.0 7.4.2: the deactivated are out, everywhere. */
    @Test
    void deactivationEndsEverySession() {
        Visitor leaver = member("deactivated@acme.test", Role.INTERVIEWER);
        String user = "/api/v1/users/" + leaver.get("/api/v1/me").text("userId");

        assertThat(admin().with("If-Match", "\"1\"")
                        .post(user + "/deactivation", Map.of())
                        .status())
                .isEqualTo(200);

        var session = mongo.findById(new SessionToken(leaver.sessionToken()).hash(), SignInSession.class);
        assertThat(session).extracting(SignInSession::revokedAt).isNotNull();
    }

    @Test
    void anOpenStreamEndsWithItsSession() {
        Visitor reader = member("stream-session@acme.test", Role.RECRUITER);
        CompletableFuture<Integer> end = streamOf(reader);

        // as another replica does it
        set(reader, "revokedAt", Duration.ZERO);

        assertThat(end).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anOpenStreamEndsWhenItsReadersRolesChange() {
        Visitor reader = member("stream-roles@acme.test", Role.RECRUITER);
        CompletableFuture<Integer> end = streamOf(reader);
        String user = "/api/v1/users/" + reader.get("/api/v1/me").text("userId");

        admin().with("If-Match", "\"1\"").put(user + "/roles", Map.of("roles", Set.of("INTERVIEWER")));

        assertThat(end).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anOpenStreamEndsWithItsKey() {
        Answer issued = admin().post("/api/v1/api-keys", Map.of("name", "s", "scopes", Set.of("analytics:read")));
        CompletableFuture<Integer> end = streamOf(stranger().with("Authorization", "Bearer " + issued.text("key")));

        admin().delete("/api/v1/api-keys/" + issued.text("id"));

        assertThat(end).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anOpenStreamThatIsAllowedGoesOn() {
        CompletableFuture<Integer> end = streamOf(admin());

        await().during(Duration.ofSeconds(7)).atMost(Duration.ofSeconds(9)).until(() -> !end.isDone());
    }

    /** Completes when the stream ends, which it does of itself only with its token. */
    private static CompletableFuture<Integer> streamOf(Visitor reader) {
        var request = reader.request("GET", "/api/v1/analytics/updates/silent", BodyPublishers.noBody());
        var client = HttpClient.newHttpClient();
        try {
            InputStream body =
                    client.send(request, BodyHandlers.ofInputStream()).body();
            assertThat(body.read()).isEqualTo(':');
            return CompletableFuture.supplyAsync(() -> {
                try (body;
                        client) {
                    return body.readAllBytes().length;
                } catch (java.io.IOException e) {
                    return -1;
                }
            });
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String otherThan(Visitor here) {
        return Visitor.items(here.get(PATH)).stream()
                .filter(one -> !one.path("current").asBoolean())
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private void set(Visitor who, String field, Duration fromNow) {
        String id = new SessionToken(who.sessionToken()).hash();
        mongo.updateFirst(
                Query.query(where("_id").is(id)),
                Update.update(field, clock.instant().plus(fromNow)),
                SignInSession.class);
    }
}
