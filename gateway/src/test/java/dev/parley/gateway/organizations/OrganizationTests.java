package dev.parley.gateway.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.IdentityEvent.OrganizationCreated;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.gateway.organizations.OrganizationCommand.CreateOrganization;
import dev.parley.gateway.organizations.OrganizationCommand.RequireSecondFactor;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrganizationTests {

    private static final OrganizationId ID = new OrganizationId("11111111-1111-4111-8111-111111111111");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void answersEveryCommandInEveryState() {
        StateTable.of("organization", Organization::decide)
                .state("none", null)
                .state("existing", new Organization("Acme", null))
                .state("asking for a second factor", new Organization("Acme", NOW))
                .command("create", new CreateOrganization(ID, "Acme", NOW))
                .command("require second factor", new RequireSecondFactor(ID, true, NOW))
                .command("require password only", new RequireSecondFactor(ID, false, NOW))
                .matches();
    }

    @Test
    void itsNameIsInItsStateAndInNoEvent() {
        var change = Organization.decide(null, new CreateOrganization(ID, "Acme", NOW));

        assertThat(change.events()).containsExactly(new OrganizationCreated(ID, NOW));
        Organization evolved = Organization.evolve(null, change.events().getFirst());
        assertThat(change.privately().apply(evolved)).isEqualTo(new Organization("Acme", null));
    }
}
