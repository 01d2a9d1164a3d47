package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.gateway.Visitor.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The person who runs the installation: signs in like anybody, and belongs to nobody. */
class OperatorIT extends GatewayIT {

    @ParameterizedTest
    @ValueSource(strings = {"question-service", "session-service", "scoring-service", "analytics-service"})
    void servicesLearnThatItIsAnOperatorOfNoOrganization(String service) {
        Answer answer = operator().get("/api/v1/operator/" + service + "/dead-letters?limit=3");

        assertThat(answer.text("uri")).isEqualTo("/api/v1/operator/" + service + "/dead-letters?limit=3");
        assertThat(answer.json().at("/claims/roles").asString()).isEqualTo("[OPERATOR]");
        assertThat(answer.json().at("/claims/principal_type").asString()).isEqualTo("user");
        assertThat(answer.json().at("/claims/org").isMissingNode()).isTrue();
    }

    @Test
    void nothingOfAnOrganizationIsOpenToOperators() {
        String user = admin().get("/api/v1/me").text("userId");
        String organization = admin().get("/api/v1/me").text("organizationId");
        Visitor operator = operator();

        for (String path : new String[] {"/api/v1/users", "/api/v1/users/" + user, "/api/v1/api-keys"}) {
            assertThat(operator.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(operator.post("/api/v1/users", newUser("spy@acme.test", Role.ADMIN))
                        .status())
                .isEqualTo(403);
        assertThat(operator.post("/api/v1/api-keys", Map.of("name", "spy", "scopes", new String[] {"catalog:read"}))
                        .status())
                .isEqualTo(403);
        assertThat(operator.with("X-Parley-Organization", organization)
                        .get("/api/v1/kits")
                        .status())
                .isEqualTo(403);
        assertThat(operator.with("X-Parley-Organization", UUID.randomUUID().toString())
                        .get("/api/v1/operator/session-service/dead-letters")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theGatewaysOwnDeadLettersAreForOperatorsAlone() {
        String letters = "/api/v1/operator/gateway/dead-letters";

        assertThat(operator().get(letters).status()).isEqualTo(200);
        assertThat(stranger().get(letters).status()).isEqualTo(401);
        assertThat(admin().get(letters).status()).isEqualTo(403);
        assertThat(member("operator-it-recruiter@acme.test", Role.RECRUITER, Role.INTERVIEWER)
                        .get(letters)
                        .status())
                .isEqualTo(403);
        assertThat(integrator("identity:read", "identity:write").get(letters).status())
                .isEqualTo(403);
    }

    @Test
    void nobodyBecomesAnOperatorLater() {
        Answer answer = admin().post("/api/v1/users", newUser("climber@acme.test", Role.OPERATOR));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/roles");
    }

    private Visitor operator() {
        admin();
        return stranger().signIn("operator@acme.test", PASSWORD);
    }
}
