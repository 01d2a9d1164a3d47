package dev.parley.gateway.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.EventCodec;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.Role;
import dev.parley.contracts.Topic;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.testkit.EventProbe;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** ASVS 5.0 6.4.1: who is asked in comes in by a link that is secret, short-lived and good once. */
class InvitationsIT extends GatewayIT {

    private static final String PATH = "/api/v1/invitations";
    private static final String ACCEPTANCE = PATH + "/acceptance";

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Clock clock;

    @Test
    void somebodyNewComesInByTheLinkOnceAndTheTopicTellsNoName() {
        Answer invited = invite(admin(), "new@guest.test", Role.RECRUITER);
        String token = token(invited);

        assertThat(invited.header("Location")).isEqualTo(PATH + "/" + invited.text("id"));
        assertThat(accept(stranger(), token).status())
                .as("neither name nor password")
                .isEqualTo(400);
        assertThat(accept(stranger(), token, "password1234").status()).isEqualTo(400);
        Answer joined = accept(stranger(), token, PASSWORD);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(accept(stranger(), token, PASSWORD).status()).isEqualTo(409);

        Visitor guest = stranger().signIn("new@guest.test", PASSWORD);
        assertThat(guest.get("/api/v1/me").json().path("roles").toString()).isEqualTo("[\"RECRUITER\"]");
        assertThat(guest.get("/api/v1/me").text("displayName")).isEqualTo("Gus Guest");
        String id = joined.text("userId");
        try (var probe = new EventProbe(Topic.IDENTITY)) {
            probe.events(1, one -> one.subject().id().equals(id));
            var record = probe.records(1, one -> one.subject().id().equals(id)).getFirst();
            assertThat(EventCodec.read(record).event()).isInstanceOf(UserAdded.class);
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain("Gus", "guest.test");
        }
    }

    @Test
    void somebodyKnownJoinsAsThemselvesAndAsNobodyElse() {
        foreignOrganization("known@foreign.test");
        Visitor known = stranger().signIn("known@foreign.test", PASSWORD);
        String token = token(invite(admin(), "known@foreign.test", Role.INTERVIEWER));

        assertThat(accept(stranger(), token, PASSWORD).status()).isEqualTo(409);
        assertThat(accept(admin(), token).status()).isEqualTo(409);
        assertThat(accept(known.without("X-Parley-Request"), token).status())
                .as("a forged request")
                .isEqualTo(403);
        Answer joined = accept(known, token);

        assertThat(joined.status()).isEqualTo(200);
        assertThat(known.get("/api/v1/me").json().path("organizations")).hasSize(2);
        String here = joined.text("organizationId");
        assertThat(known.with("X-Parley-Organization", here)
                        .get("/api/v1/me")
                        .json()
                        .path("roles")
                        .toString())
                .isEqualTo("[\"INTERVIEWER\"]");
        String again = token(invite(admin(), "known@foreign.test", Role.ADMIN));
        assertThat(accept(known, again).status())
                .as("nobody is asked in to climb")
                .isEqualTo(409);
    }

    @Test
    void ofManyAtOnceOneComesIn() {
        String token = token(invite(admin(), "race@guest.test", Role.RECRUITER));

        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> accept(stranger(), token, PASSWORD + n).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(200);
    }

    @Test
    void aLinkEndsWithItsTimeItsSuccessorOrItsRevocation() {
        Visitor admin = admin();
        Answer first = invite(admin, "later@guest.test", Role.RECRUITER);
        String one = PATH + "/" + first.text("id");

        String second = token(admin.post(one + "/resend", Map.of()));
        assertThat(accept(stranger(), token(first), PASSWORD).status())
                .as("the former link")
                .isEqualTo(400);
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(first.text("id"))),
                Update.update("state.expiresAt", clock.instant()),
                "invitations");
        assertThat(admin.get(one).text("state")).isEqualTo("EXPIRED");
        assertThat(accept(stranger(), second, PASSWORD).status()).isEqualTo(409);
        String third = token(admin.post(one + "/resend", Map.of()));
        assertThat(admin.delete(one).status()).isEqualTo(200);
        assertThat(accept(stranger(), third, PASSWORD).status()).isEqualTo(409);
        assertThat(admin.get(one).text("state")).isEqualTo("REVOKED");
        assertThat(Visitor.items(admin.get(PATH + "?limit=100")))
                .extracting(shown -> shown.path("email").asString())
                .contains("later@guest.test");
    }

    @Test
    void onlyThoseWhoManagePeopleInviteAndOnlyInTheirOrganization() {
        Visitor recruiter = member("inviter@acme.test", Role.RECRUITER, Role.INTERVIEWER);
        String id = invite(admin(), "watched@guest.test", Role.RECRUITER).text("id");
        foreignOrganization("host@elsewhere.test");
        Visitor foreigner = stranger().signIn("host@elsewhere.test", PASSWORD);
        Visitor key = integrator("identity:write");

        for (String route : List.of(PATH, PATH + "/" + id)) {
            assertThat(recruiter.get(route).status()).isEqualTo(403);
            assertThat(stranger().get(route).status()).isEqualTo(401);
            assertThat(integrator("identity:read").get(route).status()).isEqualTo(403);
        }
        assertThat(invite(recruiter, "x@guest.test", Role.RECRUITER).status()).isEqualTo(403);
        assertThat(foreigner.get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(foreigner.delete(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(foreigner.post(PATH + "/" + id + "/resend", Map.of()).status())
                .isEqualTo(404);
        assertThat(Visitor.items(foreigner.get(PATH))).isEmpty();
        assertThat(invite(key, "by-key@guest.test", Role.RECRUITER).status()).isEqualTo(201);
        assertThat(invite(key, "by-key@guest.test", Role.ADMIN).status()).isEqualTo(403);
        assertThat(invite(admin(), "op@guest.test", Role.OPERATOR).status()).isEqualTo(400);
    }

    @Test
    void neitherAddressNorLinkIsStoredInTheClear() {
        String token = token(invite(admin(), "stored@guest.test", Role.RECRUITER));

        assertThat(mongo.findAll(Document.class, "invitations"))
                .isNotEmpty()
                .noneSatisfy(one -> assertThat(one.toJson()).containsAnyOf("stored@guest.test", token));
    }

    @Test
    void theOperatorOpensAnOrganizationAndHasNoPartInIt() {
        admin();
        Visitor operator = stranger().signIn("operator@acme.test", PASSWORD);
        String route = "/api/v1/operator/organizations";
        Map<String, String> wanted = Map.of("name", "Second", "adminEmail", "first@second.test");

        assertThat(admin().post(route, wanted).status()).isEqualTo(403);
        assertThat(stranger().post(route, wanted).status()).isEqualTo(401);
        assertThat(integrator("identity:write").post(route, wanted).status()).isEqualTo(403);
        Visitor keyed = operator.with("Idempotency-Key", "second-organization");
        Answer opened = keyed.post(route, wanted);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(keyed.post(route, wanted).text("id")).isEqualTo(opened.text("id"));

        assertThat(accept(stranger(), token(opened), PASSWORD).text("organizationId"))
                .isEqualTo(opened.text("id"));
        Visitor first = stranger().signIn("first@second.test", PASSWORD);
        assertThat(first.get("/api/v1/organization").text("name")).isEqualTo("Second");
        assertThat(Visitor.items(first.get("/api/v1/users"))).hasSize(1);
        assertThat(operator.with("X-Parley-Organization", opened.text("id"))
                        .get("/api/v1/users")
                        .status())
                .isEqualTo(403);
    }

    private static Answer invite(Visitor who, String email, Role role) {
        return who.post(PATH, Map.of("email", email, "roles", Set.of(role)));
    }

    private static Answer accept(Visitor who, String token) {
        return who.post(ACCEPTANCE, Map.of("token", token));
    }

    private static Answer accept(Visitor who, String token, String password) {
        return who.post(ACCEPTANCE, Map.of("token", token, "displayName", "Gus Guest", "password", password));
    }

    /** Without a mail server, whoever invites gets the link. */
    private static String token(Answer sent) {
        assertThat(sent.text("link")).matches("http://127\\.0\\.0\\.1:[0-9]+/invitation#[A-Za-z0-9_-]{43}");
        return sent.text("link").split("#", 2)[1];
    }
}
