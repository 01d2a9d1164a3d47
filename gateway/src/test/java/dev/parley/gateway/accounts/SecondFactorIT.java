package dev.parley.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.parley.contracts.Role;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** ASVS 5.0 6.3.3, 6.5.1 to 6.5.5, 6.6.3, 7.5.1: a second factor, set up, asked for, lost and done without. */
class SecondFactorIT extends GatewayIT {

    private static final String PATH = "/api/v1/me/second-factor";
    private static final Map<String, String> PASSWORD_ONLY = Map.of("password", PASSWORD);

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    /** A person with an authenticator, in a browser that has shown it. */
    private record Enrolled(Visitor browser, String email, String secret, List<String> recovery) {}

    @Test
    void countsOnlyOnceTheAuthenticatorIsProved() {
        Visitor browser = member("totp-setup@acme.test", Role.INTERVIEWER);

        assertThat(browser.post(PATH, Map.of("password", "not my password")).status())
                .isEqualTo(400);
        Answer offer = browser.post(PATH, PASSWORD_ONLY);
        String secret = offer.text("secret");

        assertThat(offer.text("uri"))
                .isEqualTo("otpauth://totp/Parley:totp-setup%40acme.test?secret=" + secret
                        + "&issuer=Parley&algorithm=SHA1&digits=6&period=30");
        assertThat(password("totp-setup@acme.test").status())
                .as("not confirmed")
                .isEqualTo(200);
        assertThat(confirm(browser, "000000x").status()).isEqualTo(400);
        Answer confirmed = confirm(browser, code(secret, 0));
        assertThat(confirmed.json().path("recoveryCodes")).hasSize(10);
        assertThat(browser.get(PATH).status()).as("the token was changed").isEqualTo(401);
        assertThat(password("totp-setup@acme.test").status()).isEqualTo(202);
    }

    @Test
    void nobodyGetsInWithThePasswordAlone() {
        Enrolled ada = enrolled("totp-in@acme.test");

        Answer half = password(ada.email);
        assertThat(half.text("next")).isEqualTo("code");
        assertThat(half.header("Set-Cookie")).contains("parley_pending=", "HttpOnly", "SameSite=Strict", "Max-Age=300");
        Visitor pending = holding(half);
        assertThat(pending.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(show(stranger(), code(ada.secret, 1)).status())
                .as("another browser")
                .isEqualTo(401);
        Answer in = show(pending, code(ada.secret, 1));

        assertThat(in.status()).isEqualTo(200);
        Visitor browser = holding(in);
        assertThat(browser.get(PATH).json().path("shown").asBoolean()).isTrue();
        assertThat(show(pending, code(ada.secret, 1)).status())
                .as("the sign-in is over")
                .isEqualTo(401);
    }

    /** ASVS 5.0 6.5.1. */
    @Test
    void aCodeIsGoodOnce() {
        Enrolled ada = enrolled("totp-once@acme.test");
        assertThat(show(holding(password(ada.email)), code(ada.secret, 1)).status())
                .isEqualTo(200);

        Answer again = show(holding(password(ada.email)), code(ada.secret, 1));

        assertThat(again.status()).isEqualTo(401);
        assertThat(show(holding(password(ada.email)), code(ada.secret, 0)).status())
                .as("the one before it")
                .isEqualTo(401);
    }

    /** ASVS 5.0 6.6.3. */
    @Test
    void guessingEndsAfterFiveCodes() {
        Enrolled ada = enrolled("totp-guess@acme.test");
        Visitor pending = holding(password(ada.email));
        for (int i = 0; i < 5; i++) {
            assertThat(show(pending, "wrong").status()).isEqualTo(401);
        }

        assertThat(show(pending, code(ada.secret, 1)).status()).isEqualTo(401);
    }

    @Test
    void guessingSlowsDownOverManySignIns() {
        Enrolled ada = enrolled("totp-slow@acme.test");
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Visitor pending = holding(password(ada.email));
            for (int j = 0; j < 4; j++) {
                answers.add(show(pending, "wrong").status());
            }
        }

        assertThat(answers.subList(0, Guesses.FREE)).containsOnly(401);
        assertThat(answers).contains(429);
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        Enrolled ada = enrolled("totp-lost@acme.test");

        Answer in = show(holding(password(ada.email)), ada.recovery.getFirst().toLowerCase(java.util.Locale.ROOT));

        assertThat(in.status()).isEqualTo(200);
        assertThat(holding(in).get(PATH).json().path("recoveryCodesLeft").asInt())
                .isEqualTo(9);
        assertThat(show(holding(password(ada.email)), ada.recovery.getFirst()).status())
                .isEqualTo(401);
    }

    @Test
    void otherRecoveryCodesTakeTheirPlace() {
        Enrolled ada = enrolled("totp-renew@acme.test");
        Map<String, String> both = Map.of("password", PASSWORD, "code", code(ada.secret, 1));

        Answer renewed = ada.browser.post(PATH + "/recovery-codes", both);

        assertThat(renewed.json().path("recoveryCodes")).hasSize(10);
        assertThat(show(holding(password(ada.email)), ada.recovery.getFirst()).status())
                .isEqualTo(401);
    }

    @Test
    void goingWithoutNeedsPasswordAndCode() {
        Enrolled ada = enrolled("totp-off@acme.test");
        String removal = PATH + "/removal";
        String code = code(ada.secret, 1);

        assertThat(ada.browser
                        .post(removal, Map.of("password", "something else", "code", code))
                        .status())
                .isEqualTo(400);
        assertThat(ada.browser
                        .post(removal, Map.of("password", PASSWORD, "code", "123"))
                        .status())
                .isEqualTo(400);
        assertThat(ada.browser
                        .post(removal, Map.of("password", PASSWORD, "code", code))
                        .status())
                .isEqualTo(204);
        assertThat(password(ada.email).status()).isEqualTo(200);
    }

    @Test
    void secretAndCodesAreStoredInNoReadableForm() {
        Enrolled ada = enrolled("totp-stored@acme.test");
        String account = accounts.findByEmail(ada.email).orElseThrow().id();

        String stored = java.util.Objects.requireNonNull(mongo.findById(account, Document.class, "accounts"))
                .toJson();

        assertThat(stored).contains("secondFactor").doesNotContain(ada.secret);
        assertThat(ada.recovery).noneMatch(stored::contains);
        assertThat(ada.recovery).noneMatch(one -> stored.contains(one.replace("-", "")));
    }

    @Test
    void aSecondFactorIsAPersonsAndNoKeys() {
        assertThat(integrator("identity:write").post(PATH, PASSWORD_ONLY).status())
                .isEqualTo(403);
        assertThat(stranger().post(PATH, PASSWORD_ONLY).status()).isEqualTo(401);
        assertThat(stranger().get(PATH).status()).isEqualTo(401);
    }

    @Test
    void anOrganizationThatAsksForItOpensForNobodyWithout() {
        foreignOrganization("strict@foreign.test");
        Visitor admin = stranger().signIn("strict@foreign.test", PASSWORD);
        admin.post("/api/v1/users", newUser("lax@foreign.test", Role.RECRUITER));
        Visitor lax = stranger().signIn("lax@foreign.test", PASSWORD);
        String setting = "/api/v1/organization/second-factor";
        Map<String, Boolean> required = Map.of("required", true);

        assertThat(lax.with("If-Match", "\"1\"").put(setting, required).status())
                .isEqualTo(403);
        assertThat(admin.with("If-Match", "\"1\"").put(setting, required).status())
                .as("nobody locks themselves out")
                .isEqualTo(409);
        Visitor strict = enrol("strict@foreign.test", admin).browser;
        assertThat(strict.put(setting, required).status()).isEqualTo(428);
        assertThat(strict.with("If-Match", "\"1\"").put(setting, required).status())
                .isEqualTo(200);

        assertThat(strict.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(strict.get("/api/v1/organization")
                        .json()
                        .path("secondFactorRequired")
                        .asBoolean())
                .isTrue();
        await().until(() -> lax.get("/api/v1/users").status() == 403);
        assertThat(lax.get("/api/v1/kits").status()).isEqualTo(403);
        assertThat(lax.get(PATH).json().path("required").asBoolean()).isTrue();
        assertThat(lax.get("/api/v1/me").status()).isEqualTo(200);
        Visitor enrolled = enrol("lax@foreign.test", lax).browser;
        assertThat(enrolled.get("/api/v1/users").status()).isEqualTo(200);
        assertThat(admin().get("/api/v1/users").status())
                .as("another organization")
                .isEqualTo(200);
    }

    private Enrolled enrolled(String email) {
        return enrol(email, member(email, Role.INTERVIEWER));
    }

    private Enrolled enrol(String email, Visitor browser) {
        String secret = browser.post(PATH, PASSWORD_ONLY).text("secret");
        Answer confirmed = confirm(browser, code(secret, 0));
        if (confirmed.status() != 200) {
            throw new AssertionError(confirmed.raw().body());
        }
        List<String> recovery = new ArrayList<>();
        confirmed.json().path("recoveryCodes").forEach(one -> recovery.add(one.asString()));
        forgetThatItWasUsed(email);
        return new Enrolled(holding(confirmed), email, secret, recovery);
    }

    /** As if time had passed since it was set up. */
    private void forgetThatItWasUsed(String email) {
        String id = accounts.findByEmail(email).orElseThrow().id();
        mongo.updateFirst(
                Query.query(where("_id").is(id)), Update.update("state.secondFactor.lastStep", 0L), "accounts");
    }

    private Answer password(String email) {
        return stranger().post("/api/v1/sign-in", Map.of("email", email, "password", PASSWORD));
    }

    private static Answer confirm(Visitor browser, String code) {
        return browser.post(PATH + "/confirmation", Map.of("code", code));
    }

    private static Answer show(Visitor browser, String code) {
        return browser.post("/api/v1/sign-in/code", Map.of("code", code));
    }

    /** A browser with the cookie of the answer. */
    private Visitor holding(Answer answer) {
        String cookie = answer.header("Set-Cookie").split(";", 2)[0];
        return stranger().with("Cookie", cookie).with("X-Parley-Request", "1");
    }

    private String code(String secret, int stepsFromNow) {
        return Totp.code(Base32.decode(secret), Totp.stepAt(clock.instant()) + stepsFromNow);
    }
}
