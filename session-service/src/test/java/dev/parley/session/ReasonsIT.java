package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Role;
import dev.parley.platform.crypto.PersonalData;
import dev.parley.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reasons are for the people who plan. */
class ReasonsIT extends WholeService {

    @Autowired
    private PersonalData personalData;

    private static List<Api> planners(Company company) {
        return List.of(company.recruiter(), company.as(Company.uuid(), Role.ADMIN));
    }

    private Api key(Company company) {
        return new Api(port, TestTokens.apiKey(company.organization, Company.uuid(), "interviews:read"));
    }

    @Test
    void plannersSeeWhyASessionWasCancelledAndNobodyElse() {
        Company company = Company.on(port);
        String path = "/api/v1/sessions/" + company.aSession();
        assertThat(company.recruiter().get(path).json().has("reason")).isFalse();
        company.recruiter().post(path + "/cancel", "{\"reason\": \"took another offer\"}", 1);

        assertThat(planners(company))
                .allSatisfy(
                        planner -> assertThat(planner.get(path).at("/reason")).isEqualTo("took another offer"));
        for (Api other : List.of(company.interviewer(1), key(company))) {
            assertThat(other.get(path).at("/state")).isEqualTo("CANCELLED");
            assertThat(other.get(path).text()).doesNotContain("reason", "another offer");
        }
        assertThat(company.recruiter().get("/api/v1/sessions").text()).doesNotContain("another offer");
    }

    @Test
    void plannersSeeWhyAnApplicationMovedAndEndedAndNobodyElse() {
        Company company = Company.unheardOf(port);
        String id = company.anApplication();
        String path = "/api/v1/applications/" + id;
        company.recruiter().post(path + "/stage", "{\"stage\": \"OFFER\", \"reason\": \"strong letter\"}", 1);
        company.recruiter().post(path + "/stage", "{\"stage\": \"INTERVIEW\"}", 2);
        company.recruiter().post(path + "/outcome", "{\"outcome\": \"REJECTED\", \"reason\": \"no answer\"}", 3);

        assertThat(planners(company)).allSatisfy(planner -> {
            assertThat(planner.get(path).at("/reasons/0/text")).isEqualTo("strong letter");
            assertThat(planner.get(path).at("/reasons/1/text")).isEqualTo("no answer");
            assertThat(planner.get(path).at("/reasons/1/at")).endsWith("Z");
            assertThat(planner.get(path).json().path("reasons").size()).isEqualTo(2);
        });
        assertThat(company.interviewer(1).get(path).status()).isEqualTo(403);
        assertThat(key(company).get(path).at("/outcome")).isEqualTo("REJECTED");
        assertThat(key(company).get(path).text()).doesNotContain("reason", "no answer");
        assertThat(company.recruiter().get("/api/v1/applications").text()).doesNotContain("no answer");
    }

    @Test
    void reasonsGoWithThePerson() {
        Company company = Company.on(port);
        String session = "/api/v1/sessions/" + company.aSession();
        company.recruiter().post(session + "/cancel", "{\"reason\": \"took another offer\"}", 1);
        String candidate = company.recruiter().get(session).at("/candidateId");

        personalData.destroyKey(company.organization, candidate);

        assertThat(company.recruiter().get(session).at("/state")).isEqualTo("CANCELLED");
        assertThat(company.recruiter().get(session).json().has("reason")).isFalse();
    }
}
