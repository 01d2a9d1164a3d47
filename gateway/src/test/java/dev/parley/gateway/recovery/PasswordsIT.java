package dev.parley.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.parley.contracts.Role;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.testkit.DatabaseCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** ASVS 5.0 6.2, 6.3.1, 6.3.7, 6.3.8, 6.4: passwords changed, forgotten, guessed at. */
@Import(DatabaseCommands.class)
class PasswordsIT extends GatewayIT {

    private static final String OTHER = "plum lantern orbit";
    private static final Pattern LINK = Pattern.compile("https://parley\\.test/reset#([A-Za-z0-9_-]{43})");
    private static final GreenMail SMTP = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Clock clock;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private DatabaseCommands.Recorder commands;

    @DynamicPropertySource
    static void smtp(DynamicPropertyRegistry registry) {
        SMTP.start();
        registry.add("PARLEY_SMTP_HOST", () -> "127.0.0.1");
        registry.add("PARLEY_SMTP_PORT", () -> SMTP.getSmtp().getPort());
        registry.add("PARLEY_SMTP_STARTTLS", () -> "false");
        registry.add("PARLEY_MAIL_FROM", () -> "parley@acme.test");
        registry.add("PARLEY_PUBLIC_URI", () -> "https://parley.test/");
    }

    @AfterAll
    static void stop() {
        SMTP.stop();
    }

    @BeforeEach
    void emptyTheBox() throws FolderException {
        SMTP.purgeEmailFromAllMailboxes();
    }

    @Test
    void changingItNeedsTheOldOneAndEndsAllOtherSessions() {
        Visitor here = member("change@acme.test", Role.INTERVIEWER);
        Visitor there = stranger().signIn("change@acme.test", PASSWORD);

        assertThat(change(here, "not the old one", OTHER).status()).isEqualTo(400);
        Answer changed = change(here, PASSWORD, OTHER);

        assertThat(changed.status()).isEqualTo(204);
        assertThat(there.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(here.get("/api/v1/me").status()).as("the token was changed").isEqualTo(401);
        assertThat(holding(changed).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(attempt("change@acme.test", PASSWORD).status()).isEqualTo(401);
        assertThat(attempt("change@acme.test", OTHER).status()).isEqualTo(200);
        assertThat(letterTo("change@acme.test")).contains("was changed").doesNotContain(OTHER, "#");
    }

    @Test
    void aCommonPasswordIsTakenNowhere() {
        Visitor here = member("common@acme.test", Role.INTERVIEWER);
        String common = "Sunshine2026!";

        assertThat(change(here, PASSWORD, common).json().at("/errors/0/pointer").asString())
                .isEqualTo("/password");
        assertThat(admin().post(
                                "/api/v1/users",
                                Map.of(
                                        "email",
                                        "common-2@acme.test",
                                        "displayName",
                                        "Some Body",
                                        "password",
                                        common,
                                        "roles",
                                        List.of("RECRUITER")))
                        .status())
                .isEqualTo(400);
        assertThat(change(here, PASSWORD, "x7".repeat(65)).status())
                .as("too long")
                .isEqualTo(400);
        assertThat(change(stranger(), PASSWORD, OTHER).status()).isEqualTo(401);
        assertThat(change(integrator("identity:write"), PASSWORD, OTHER).status())
                .isEqualTo(403);
    }

    @Test
    void aForgottenPasswordIsSetByALinkThatIsGoodOnce() {
        Visitor here = member("forgot@acme.test", Role.INTERVIEWER);
        assertThat(forgot("Forgot@acme.test").status()).isEqualTo(202);
        String token = tokenFor("forgot@acme.test");
        assertThat(mongo.findAll(Document.class, "passwordResets"))
                .noneSatisfy(one -> assertThat(one.toJson()).contains(token));

        assertThat(complete(token, "password1234").status())
                .as("the link is not used by that")
                .isEqualTo(400);
        assertThat(complete(token, OTHER).status()).isEqualTo(204);

        assertThat(here.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(attempt("forgot@acme.test", PASSWORD).status()).isEqualTo(401);
        assertThat(attempt("forgot@acme.test", OTHER).status()).isEqualTo(200);
        assertThat(complete(token, PASSWORD).status()).isEqualTo(400);
    }

    @Test
    void aLinkIsGoodForHalfAnHourAndUntilTheNext() {
        member("late@acme.test", Role.INTERVIEWER);
        forgot("late@acme.test");
        String first = tokenFor("late@acme.test");
        forgot("late@acme.test");
        await().until(() -> SMTP.getReceivedMessages().length == 2);
        assertThat(complete(first, OTHER).status()).as("the former link").isEqualTo(400);

        mongo.updateMulti(new Query(), Update.update("expiresAt", clock.instant()), PasswordReset.class);

        assertThat(complete(tokenFor("late@acme.test"), OTHER).status()).isEqualTo(400);
        assertThat(PasswordResets.LIFETIME).isEqualTo(Duration.ofMinutes(30));
    }

    /** ASVS 5.0 6.3.8: neither text nor status tells, and the answer is given before anything is looked up. */
    @Test
    void askingForALinkTellsNobodyWhoHasAnAccount() {
        member("asked@acme.test", Role.INTERVIEWER);
        List<String> known = commands.during(
                () -> assertThat(forgot("asked@acme.test").status()).isEqualTo(202));
        List<String> unknown = commands.during(
                () -> assertThat(forgot("nobody@acme.test").status()).isEqualTo(202));

        assertThat(known).isEqualTo(unknown).noneMatch(one -> one.contains("accounts"));
        assertThat(tokenFor("asked@acme.test")).isNotEmpty();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
    }

    /** ASVS 5.0 6.3.8: the same work, counted, whether or not the address is known. */
    @Test
    void aWrongPasswordCostsTheSameForEverybody() {
        member("somebody@acme.test", Role.INTERVIEWER);
        List<String> somebody = commands.during(() -> attempt("somebody@acme.test", "wrong horse battery"));
        long hashes = hashes();
        List<String> nobody = commands.during(() -> attempt("nobody@acme.test", "wrong horse battery"));

        assertThat(nobody).isEqualTo(somebody).isNotEmpty();
        assertThat(hashes() - hashes).isEqualTo(1);
        long before = hashes();
        attempt("somebody@acme.test", "wrong horse battery");
        assertThat(hashes() - before).isEqualTo(1);
    }

    /** ASVS 5.0 6.3.1, 6.1.1: guessing slows down, and not for the person who is guessed at. */
    @Test
    void strangersAreSlowedDownAndTheirVictimIsNot() {
        member("guessed@acme.test", Role.INTERVIEWER);
        Answer in = attempt("guessed@acme.test", PASSWORD);
        Visitor known = stranger().with("Cookie", cookie(in, "parley_known"));

        List<Integer> guesses = IntStream.range(0, 16)
                .mapToObj(
                        _ -> attempt("guessed@acme.test", "wrong horse battery").status())
                .toList();
        assertThat(guesses.subList(0, 10)).containsOnly(401);
        assertThat(guesses).contains(429);
        mongo.updateMulti(
                new Query(),
                Update.update("notBefore", Date.from(clock.instant().plusSeconds(600))),
                "guesses");
        assertThat(Integer.parseInt(attempt("guessed@acme.test", PASSWORD).header("Retry-After")))
                .isBetween(500, 600);

        assertThat(known.post("/api/v1/sign-in", credentials("guessed@acme.test", PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(stranger()
                        .with("Cookie", "parley_known=0123.forged")
                        .post("/api/v1/sign-in", credentials("guessed@acme.test", PASSWORD))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void aHashOfFormerParametersIsMadeAnewAtSignIn() {
        member("dated@acme.test", Role.INTERVIEWER);
        String dated = java.util.Objects.requireNonNull(new Argon2PasswordEncoder(16, 32, 1, 7168, 1).encode(PASSWORD));
        Query ofDated = Query.query(where("state.displayName")
                .is("Some Body")
                .and("state.passwordHash")
                .is(dated));
        String hash = mongo.findAll(Document.class, "accounts")
                .getLast()
                .getEmbedded(List.of("state", "passwordHash"), String.class);
        mongo.updateFirst(
                Query.query(where("state.passwordHash").is(hash)),
                Update.update("state.passwordHash", dated),
                "accounts");

        assertThat(attempt("dated@acme.test", PASSWORD).status()).isEqualTo(200);

        assertThat(mongo.exists(ofDated, "accounts")).isFalse();
        assertThat(attempt("dated@acme.test", PASSWORD).status()).isEqualTo(200);
    }

    private static Answer change(Visitor who, String current, String password) {
        return who.post("/api/v1/me/password", Map.of("current", current, "password", password));
    }

    private Answer forgot(String email) {
        return stranger().post("/api/v1/password-reset", Map.of("email", email));
    }

    private Answer complete(String token, String password) {
        return stranger().post("/api/v1/password-reset/completion", Map.of("token", token, "password", password));
    }

    private Answer attempt(String email, String password) {
        return stranger().post("/api/v1/sign-in", credentials(email, password));
    }

    private static Map<String, String> credentials(String email, String password) {
        return Map.of("email", email, "password", password);
    }

    private static String tokenFor(String email) {
        var link = LINK.matcher(letterTo(email));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** The latest letter to an address. */
    private static String letterTo(String email) {
        return await().until(
                        () -> Arrays.stream(SMTP.getReceivedMessages())
                                .map(GreenMailUtil::getWholeMessage)
                                .filter(one -> one.contains("To: " + email))
                                .reduce((_, later) -> later)
                                .orElse(""),
                        letter -> !letter.isEmpty());
    }

    private long hashes() {
        return meters.get("parley.passwords.hashing").timer().count();
    }

    private static String cookie(Answer answer, String name) {
        return answer.raw().headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith(name + "="))
                .map(one -> one.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    private Visitor holding(Answer answer) {
        return stranger().with("Cookie", cookie(answer, "parley_session")).with("X-Parley-Request", "1");
    }
}
