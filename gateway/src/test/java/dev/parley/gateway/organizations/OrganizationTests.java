package dev.parley.gateway.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.IdentityEvent.OrganizationCreated;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.organizations.OrganizationCommand.CreateOrganization;
import dev.parley.gateway.organizations.OrganizationCommand.HoldAdmin;
import dev.parley.gateway.organizations.OrganizationCommand.ReleaseAdmin;
import dev.parley.gateway.organizations.OrganizationCommand.RequireSecondFactor;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganizationTests {

    private static final OrganizationId ID = new OrganizationId("11111111-1111-4111-8111-111111111111");
    private static final UserId ADA = new UserId("22222222-2222-4222-8222-222222222222");
    private static final UserId BOB = new UserId("44444444-4444-4444-8444-444444444444");
    private static final UserId EVE = new UserId("55555555-5555-4555-8555-555555555555");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void answersEveryCommandInEveryState() {
        StateTable.of("organization", Organization::decide)
                .state("none", null)
                .state("existing", new Organization("Acme", null, null))
                .state("asking for a second factor", new Organization("Acme", NOW, null))
                .state("with two ADMINs", new Organization("Acme", null, Set.of(ADA, BOB)))
                .state("with one ADMIN", new Organization("Acme", null, Set.of(ADA)))
                .command("create", new CreateOrganization(ID, "Acme", NOW))
                .command("require second factor", new RequireSecondFactor(ID, true, NOW))
                .command("require password only", new RequireSecondFactor(ID, false, NOW))
                .command("hold an ADMIN", new HoldAdmin(ID, BOB, NOW))
                .command("release an ADMIN, one of two", new ReleaseAdmin(ID, ADA, Set.of(ADA, BOB), NOW))
                .command("release an ADMIN, the only one", new ReleaseAdmin(ID, ADA, Set.of(ADA), NOW))
                .command("release somebody else", new ReleaseAdmin(ID, EVE, Set.of(ADA), NOW))
                .matches();
    }

    @Test
    void itsNameIsInItsStateAndInNoEvent() {
        var change = Organization.decide(null, new CreateOrganization(ID, "Acme", NOW));

        assertThat(change.events()).containsExactly(new OrganizationCreated(ID, NOW));
        Organization evolved = Organization.evolve(null, change.events().getFirst());
        assertThat(change.privately().apply(evolved)).isEqualTo(new Organization("Acme", null, null));
    }
}
