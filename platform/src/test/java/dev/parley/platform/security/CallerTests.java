package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.error.DomainException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTests {

    private static final String ID = "00000000-0000-4000-8000-000000000010";
    private static final OrganizationId ORGANIZATION = new OrganizationId("00000000-0000-4000-8000-000000000012");

    @Test
    void actorSaysWhichKindOfPrincipalActs() {
        assertThat(caller(PrincipalType.USER).actor()).isEqualTo("user/" + ID);
        assertThat(caller(PrincipalType.API_KEY).actor()).isEqualTo("api-key/" + ID);
        assertThat(caller(PrincipalType.SERVICE).actor()).isEqualTo("system");
    }

    @Test
    void onlyAPersonIsAUser() {
        assertThat(caller(PrincipalType.USER).user()).isEqualTo(new UserId(ID));
        assertThatThrownBy(() -> caller(PrincipalType.API_KEY).user()).isInstanceOf(DomainException.Forbidden.class);
        assertThatThrownBy(() -> caller(PrincipalType.SERVICE).user()).isInstanceOf(DomainException.Forbidden.class);
    }

    @Test
    void withoutAnOrganizationThereIsNoTenantToReadFrom() {
        var operator = new Caller(ID, PrincipalType.USER, Set.of(), Set.of(), null, "");

        assertThatThrownBy(operator::organization)
                .isInstanceOf(DomainException.Forbidden.class)
                .hasMessageContaining("X-Parley-Organization");
        assertThat(caller(PrincipalType.USER).organization()).isEqualTo(ORGANIZATION);
    }

    private static Caller caller(PrincipalType type) {
        return new Caller(ID, type, Set.of(), Set.of(), ORGANIZATION, "127.0.0.1");
    }
}
