package dev.parley.gateway.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.EventCodec;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.IdentityEvent.UserDeactivated;
import dev.parley.contracts.IdentityEvent.UserRolesChanged;
import dev.parley.contracts.Role;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.testkit.EventProbe;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UsersIT extends GatewayIT {

    private static final String PATH = "/api/v1/users";

    @Test
    void livesThroughItsWholeLifeAndTheTopicTellsNoName() {
        Visitor admin = admin();
        Answer added = admin.post(PATH, newUser("life@acme.test", Role.RECRUITER));
        String id = added.text("id");
        String user = PATH + "/" + id;

        assertThat(added.header("Location")).isEqualTo(user);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        Answer roles = admin.with("If-Match", "\"1\"").put(user + "/roles", Map.of("roles", Set.of("INTERVIEWER")));
        assertThat(roles.header("ETag")).isEqualTo("\"2\"");
        assertThat(admin.with("If-Match", "\"2\"")
                        .post(user + "/deactivation", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(admin.get(user).json().path("active").asBoolean()).isFalse();

        try (var probe = new EventProbe(Topic.IDENTITY)) {
            probe.events(1, one -> one.subject().id().equals(id) && one.sequence() == 3);
            var records = probe.records(3, one -> one.subject().id().equals(id));
            assertThat(records.stream()
                            .map(EventCodec::read)
                            .map(one -> (Object) one.event().getClass())
                            .distinct())
                    .as("first occurrences; the backbone may repeat one")
                    .containsExactly(UserAdded.class, UserRolesChanged.class, UserDeactivated.class);
            assertThat(records)
                    .allSatisfy(one -> assertThat(new String(one.value(), StandardCharsets.UTF_8))
                            .doesNotContain("Some Body", "acme.test"));
        }
    }

    @Test
    void theSameRequestTwiceAddsOnePerson() {
        Visitor admin = admin().with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> user = newUser("twice@acme.test", Role.RECRUITER);

        Answer first = admin.post(PATH, user);
        Answer second = admin.post(PATH, user);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(admin.post(PATH, newUser("other@acme.test", Role.ADMIN)).status())
                .isIn(201, 422);
    }

    @Test
    void anAddressBelongsToOnePerson() {
        Visitor admin = admin();
        admin.post(PATH, newUser("unique@acme.test", Role.RECRUITER));

        assertThat(admin.post(PATH, newUser("Unique@Acme.test", Role.RECRUITER)).status())
                .isEqualTo(409);
        foreignOrganization("elsewhere@foreign.test");
        assertThat(admin.post(PATH, newUser("elsewhere@foreign.test", Role.RECRUITER))
                        .status())
                .isEqualTo(409);
        assertThat(stranger()
                        .signIn("elsewhere@foreign.test", PASSWORD)
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void changesNameTheVersionTheyWereMadeFor() {
        Visitor admin = admin();
        String user = PATH + "/"
                + admin.post(PATH, newUser("version@acme.test", Role.RECRUITER)).text("id");
        Map<String, Object> roles = Map.of("roles", Set.of("ADMIN"));

        assertThat(admin.put(user + "/roles", roles).status()).isEqualTo(428);
        assertThat(admin.with("If-Match", "\"7\"").put(user + "/roles", roles).status())
                .isEqualTo(412);
        assertThat(admin.get(user).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyBecomesOperatorByAnAdminsHand() {
        assertThat(admin().post(PATH, newUser("op2@acme.test", Role.OPERATOR)).status())
                .isEqualTo(400);
    }

    @Test
    void anOrganizationKeepsItsLastAdmin() {
        foreignOrganization("last@foreign.test");
        Visitor last = stranger().signIn("last@foreign.test", PASSWORD);
        String me = PATH + "/" + last.get("/api/v1/me").text("userId");

        assertThat(last.with("If-Match", "\"1\"")
                        .post(me + "/deactivation", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(last.with("If-Match", "\"1\"")
                        .put(me + "/roles", Map.of("roles", Set.of("RECRUITER")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void foreignOrganizationsAreOutOfReach() {
        OrganizationId foreign = foreignOrganization("tenant@foreign.test");
        Visitor fred = stranger().signIn("tenant@foreign.test", PASSWORD);
        Visitor admin = admin();
        String mine = admin.get("/api/v1/me").text("userId");

        assertThat(fred.get(PATH + "/" + mine).status()).isEqualTo(404);
        assertThat(Visitor.items(fred.get(PATH))).hasSize(1);
        assertThat(admin.with("X-Parley-Organization", foreign.value())
                        .get(PATH)
                        .status())
                .isEqualTo(403);
        assertThat(admin.send("HEAD", "/api/v1/users?organization=" + foreign, BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/api/v1/analytics/overview?organization=" + foreign)
                        .status())
                .isEqualTo(403);
        assertThat(admin.with("X-Parley-Organization", "nonsense").get(PATH).status())
                .isEqualTo(400);
    }

    @Test
    void whoBelongsToSeveralNamesOneInEachRequest() {
        Visitor both = member("both@acme.test", Role.INTERVIEWER);
        String acme = both.get("/api/v1/me").text("organizationId");
        OrganizationId foreign = foreignOrganization("host@foreign.test");
        alsoMember("both@acme.test", foreign, Role.ADMIN);
        both = stranger().signIn("both@acme.test", PASSWORD);

        org.awaitility.Awaitility.await()
                .until(() -> stranger()
                                .signIn("both@acme.test", PASSWORD)
                                .get("/api/v1/me")
                                .json()
                                .path("organizations")
                                .size()
                        == 2);
        assertThat(both.get(PATH).status()).isEqualTo(403);
        assertThat(rolesIn(both, acme)).isEqualTo("[\"INTERVIEWER\"]");
        assertThat(rolesIn(both, foreign.value())).isEqualTo("[\"ADMIN\"]");
        assertThat(both.with("X-Parley-Organization", acme)
                        .post(PATH, newUser("x@acme.test", Role.ADMIN))
                        .status())
                .isEqualTo(403);
    }

    @TestFactory
    Stream<DynamicTest> eachRouteIsForThoseItIsFor() {
        admin();
        Visitor recruiter = member("recruiter-routes@acme.test", Role.RECRUITER);
        Visitor interviewer = member("interviewer-routes@acme.test", Role.INTERVIEWER);
        Visitor operator = stranger().signIn("operator@acme.test", PASSWORD);
        String id = recruiter.get("/api/v1/me").text("userId");
        return Stream.of(recruiter, interviewer, operator, stranger().with("X-Parley-Request", "1"))
                .flatMap(who -> Stream.of(
                        refused(who, "POST", PATH),
                        refused(who, "PUT", PATH + "/" + id + "/roles"),
                        refused(who, "POST", PATH + "/" + id + "/deactivation"),
                        refused(who, "POST", "/api/v1/api-keys"),
                        refused(who, "GET", "/api/v1/api-keys"),
                        refused(who, "DELETE", "/api/v1/api-keys/" + id),
                        refused(who, "POST", "/api/v1/api-keys/" + id + "/rotation"),
                        refused(who, "POST", "/api/v1/invitations"),
                        refused(who, "GET", "/api/v1/invitations"),
                        refused(who, "GET", "/api/v1/invitations/" + id),
                        refused(who, "DELETE", "/api/v1/invitations/" + id),
                        refused(who, "POST", "/api/v1/invitations/" + id + "/resend"),
                        refused(who, "GET", "/api/v1/organization"),
                        refused(who, "PUT", "/api/v1/organization/second-factor"),
                        refused(who, "POST", "/internal/v1/tokens")));
    }

    private static DynamicTest refused(Visitor who, String method, String path) {
        return DynamicTest.dynamicTest(method + " " + path, () -> {
            boolean known = who.shown().containsKey("Cookie");
            var body = java.net.http.HttpRequest.BodyPublishers.ofString("{}");
            assertThat(who.with("Idempotency-Key", "any")
                            .send(method, path, body)
                            .status())
                    .isEqualTo(known ? 403 : 401);
        });
    }

    private static String rolesIn(Visitor who, String organization) {
        return who.with("X-Parley-Organization", organization)
                .get("/api/v1/me")
                .json()
                .path("roles")
                .toString();
    }
}
