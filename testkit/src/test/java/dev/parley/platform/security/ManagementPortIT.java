package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.Service;
import dev.parley.platform.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "PARLEY_MANAGEMENT_PORT=0")
@DirtiesContext
class ManagementPortIT extends ServiceTest {

    @LocalManagementPort
    private int managementPort;

    @Test
    void metricsAndComponentsAreOnTheManagementPortForWhoeverReachesIt() {
        Service management = new Service(managementPort, "");

        assertThat(management
                        .get("/actuator/prometheus", "X-Forwarded-For", "10.0.0.1")
                        .raw()
                        .body())
                .contains("parley_outbox_published_total");
        assertThat(management
                        .get("/actuator/health")
                        .json()
                        .at("/components/outbox/status")
                        .asString())
                .isEqualTo("UP");
        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(management.get("/actuator/env").status()).isNotEqualTo(200);
        assertThat(management.get(OPENINGS).status()).isNotEqualTo(200);
    }

    @Test
    void onTheOtherPortIsOnlyWhetherItLivesAndTakesRequests() {
        assertThat(stranger().get("/livez").raw().body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger().get("/readyz").raw().body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger().get("/actuator/health").status()).isNotEqualTo(200);
        assertThat(stranger().get("/actuator/prometheus").status()).isNotEqualTo(200);
        assertThat(recruiter().get("/actuator/prometheus").status()).isNotEqualTo(200);
    }
}
