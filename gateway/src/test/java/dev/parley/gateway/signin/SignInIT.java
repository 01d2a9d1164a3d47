package dev.parley.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.parley.contracts.Role;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.gateway.devices.SessionToken;
import dev.parley.gateway.devices.SignInSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class SignInIT extends GatewayIT {

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Clock clock;

    @Test
    void givesACookieThatScriptsCannotReadAndTellsWhoItIs() {
        admin();

        Answer answer = attempt("ADMIN@acme.test ".strip(), PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie"))
                .matches("parley_session=[A-Za-z0-9_-]{43}; Path=/; Max-Age=86400; .*HttpOnly; SameSite=Lax");
        assertThat(answer.text("displayName")).isEqualTo("Ada Admin");
        assertThat(answer.json().at("/organizations/0/name").asString()).isEqualTo("Acme");
        assertThat(answer.json().at("/organizations/0/roles").toString()).isEqualTo("[\"ADMIN\"]");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void neverTellsWhetherAddressOrPasswordWasWrong() {
        admin();

        Answer wrongPassword = attempt("admin@acme.test", "wrong horse battery");
        Answer nobody = attempt("nobody@acme.test", "wrong horse battery");

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(withoutCorrelation(nobody)).isEqualTo(withoutCorrelation(wrongPassword));
        assertThat(nobody.header("Set-Cookie")).isEqualTo("absent");
    }

    @Test
    void tokenIsStoredNowhere() {
        String token = admin().sessionToken();

        assertThat(mongo.findAll(org.bson.Document.class, "signInSessions"))
                .isNotEmpty()
                .noneSatisfy(one -> assertThat(one.toJson()).contains(token));
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        Visitor admin = admin();
        assertThat(admin.get("/api/v1/me").status()).isEqualTo(200);

        Answer out = admin.post("/api/v1/sign-out", Map.of());

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(admin.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aRevocationByAnotherReplicaBeatsTheCache() {
        Visitor admin = admin();
        assertThat(admin.get("/api/v1/me").status()).isEqualTo(200);
        String id = new SessionToken(admin.sessionToken()).hash();

        mongo.updateFirst(
                Query.query(where("_id").is(id)), Update.update("revokedAt", clock.instant()), SignInSession.class);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> admin.get("/api/v1/me").status() == 401);
    }

    @Test
    void aDeactivatedPersonIsOutAndStaysOut() {
        Visitor member = member("leaver@acme.test", Role.RECRUITER);
        String id = member.get("/api/v1/me").text("userId");

        Answer deactivated = admin().with("If-Match", "\"1\"").post("/api/v1/users/" + id + "/deactivation", Map.of());

        assertThat(deactivated.status()).isEqualTo(200);
        assertThat(member.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(attempt("leaver@acme.test", PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void aChangeByCookieMustComeFromOurOwnPages() {
        Visitor browser = admin().without("X-Parley-Request");
        Map<String, Object> user = newUser("same-site@acme.test", Role.RECRUITER);

        assertThat(browser.post("/api/v1/users", user).status()).isEqualTo(403);
        assertThat(browser.with("Origin", "https://evil.example")
                        .post("/api/v1/users", user)
                        .status())
                .isEqualTo(403);
        assertThat(browser.with("Origin", "http://127.0.0.1:" + port)
                        .post("/api/v1/users", user)
                        .status())
                .isEqualTo(201);
        assertThat(browser.post("/api/v1/candidates", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void aCookieThatIsNoneOfOursIsNobody() {
        assertThat(stranger()
                        .with("Cookie", "parley_session=guess")
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
    }

    private Answer attempt(String email, String password) {
        return stranger().post("/api/v1/sign-in", Map.of("email", email, "password", password));
    }

    private static String withoutCorrelation(Answer answer) {
        return answer.raw().body().replaceAll("\"correlationId\":\"[^\"]*\"", "");
    }
}
