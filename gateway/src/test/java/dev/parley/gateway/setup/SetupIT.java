package dev.parley.gateway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.IdentityEvent.OrganizationCreated;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Person;
import dev.parley.gateway.organizations.OrganizationService;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.Origin;
import dev.parley.testkit.EventProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Has an installation of its own, which is empty at first. */
@TestPropertySource(properties = {"parley.secrets.id-secret=of the set-up test", "parley.limits.sign-in.quota=1000"})
class SetupIT extends GatewayIT {

    private static final String PATH = "/api/v1/setup";

    @Autowired
    private OrganizationService organizations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SetupClaim claim;

    @Autowired
    private SetupService service;

    @Autowired
    private DerivedIds ids;

    @Autowired
    private Clock clock;

    @Test
    void happensOnceWhateverGoesWrong() throws Exception {
        refusesWhoDoesNotKnowTheToken();
        namesEveryFaultAndStoresNothing();
        anAttemptCrashedBetweenItsWrites();
        List<Answer> answers = manyTryAtOnce();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(stranger().get(PATH).json().path("open").asBoolean()).isFalse();
        assertThat(stranger().post(PATH, setup("late@acme.test")).status()).isEqualTo(409);
        assertThat(stranger()
                        .signIn("admin@acme.test", PASSWORD)
                        .get("/api/v1/me")
                        .text("displayName"))
                .isEqualTo("Ada Admin");
        assertThat(stranger()
                        .signIn("operator@acme.test", PASSWORD)
                        .get("/api/v1/me")
                        .json()
                        .path("roles")
                        .toString())
                .isEqualTo("[\"OPERATOR\"]");
        everyEventIsThereOnce();
    }

    private void refusesWhoDoesNotKnowTheToken() {
        assertThat(stranger().get(PATH).json().path("open").asBoolean()).isTrue();
        Map<String, Object> guess = new HashMap<>(setup("admin@acme.test"));
        guess.put("token", "guess");
        assertThat(stranger().post(PATH, guess).status()).isEqualTo(403);
    }

    private void namesEveryFaultAndStoresNothing() {
        Map<String, Object> faulty = new HashMap<>(setup("no address"));
        faulty.put("operator", Map.of("email", "op@acme.test", "displayName", " ", "password", "short"));
        assertThat(stranger().post(PATH, faulty).json().path("errors").toString())
                .contains("/admin/email", "/operator/displayName", "/operator/password");
        assertThat(stranger()
                        .post(PATH, setup("operator@acme.test"))
                        .json()
                        .path("errors")
                        .toString())
                .contains("/operator/email");
    }

    private void anAttemptCrashedBetweenItsWrites() {
        Instant earlier = clock.instant().minus(Duration.ofMinutes(5));
        claim.take(earlier);
        Origin origin = new Origin(service.organizationId(), "system", "crashed-one", null, false, earlier);
        organizations.ensure(origin, "Acme");
        accounts.open(
                origin,
                new AccountId(ids.of("setup/admin-account")),
                new Person("mistyped@acme.test", "Ada", PASSWORD),
                new UserId(ids.of("setup/admin")),
                false,
                "setup");
    }

    private List<Answer> manyTryAtOnce() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 4)
                    .mapToObj(_ -> executor.submit(() -> stranger().post(PATH, setup("admin@acme.test"))))
                    .toList();
            List<Answer> answers = new java.util.ArrayList<>();
            for (var attempt : attempts) {
                answers.add(attempt.get());
            }
            return answers;
        }
    }

    private void everyEventIsThereOnce() {
        OrganizationId organization = service.organizationId();
        try (var probe = new EventProbe(Topic.IDENTITY)) {
            List<Envelope> events =
                    probe.events(2, one -> one.metadata().organizationId().equals(organization));
            assertThat(events)
                    .extracting(one -> (Object) one.event().getClass())
                    .containsExactlyInAnyOrder(OrganizationCreated.class, UserAdded.class);
            assertThat(probe.seen())
                    .noneSatisfy(one -> assertThat(new String(one.value(), java.nio.charset.StandardCharsets.UTF_8))
                            .containsAnyOf("Ada", "acme.test", "Acme"));
        }
    }
}
