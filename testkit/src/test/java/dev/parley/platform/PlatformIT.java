package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.Role;
import dev.parley.contracts.Topic;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.trial.Follower;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.ServiceIT;
import dev.parley.testkit.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service gets all of this by depending on the platform. */
@ServiceIT
class PlatformIT {

    private final OrganizationId organization =
            new OrganizationId(UUID.randomUUID().toString());

    @LocalServerPort
    private int port;

    @Autowired
    private AggregateStore<Follower> followers;

    private Service recruiter() {
        return new Service(port, TestTokens.user(organization, UUID.randomUUID().toString(), Role.RECRUITER));
    }

    @Test
    void commandIsStoredPublishedAndFollowed() {
        Service.Answer answer = recruiter().post("/api/v1/openings", """
                {"timeZone": "Europe/Vienna"}""");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/openings/" + answer.id());
        try (var probe = new EventProbe(Topic.SESSION)) {
            Envelope event = probe.events(1, one -> one.subject().id().equals(answer.id()))
                    .getFirst();
            assertThat(event.event()).isInstanceOf(PositionOpened.class);
            assertThat(event.metadata().organizationId()).isEqualTo(organization);
        }
        await().untilAsserted(() -> assertThat(
                        followers.get(organization, answer.id()).state().effects())
                .containsExactly("1 opened"));
    }

    @Test
    void healthAndMetricsAreOpen() {
        var stranger = new Service(port, "");

        assertThat(stranger.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
        assertThat(stranger.get("/actuator/prometheus").raw().body())
                .contains("parley_outbox_published_total", "parley_outbox_oldest_age_seconds");
        assertThat(stranger.get("/actuator/env").status()).isEqualTo(401);
    }
}
