package dev.parley.gateway.organizations;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.Set;

/** What can be done with an organization. */
sealed interface OrganizationCommand {

    OrganizationId id();

    Instant at();

    /** Makes an organization of this name. */
    record CreateOrganization(OrganizationId id, String name, Instant at) implements OrganizationCommand {}

    /** Whether a password alone opens nothing of it. */
    record RequireSecondFactor(OrganizationId id, boolean required, Instant at) implements OrganizationCommand {}

    /** The user has become an ADMIN. */
    record HoldAdmin(OrganizationId id, UserId user, Instant at) implements OrganizationCommand {}

    /**
     * The user is about to be an ADMIN no longer.
     *
     * @param known all ADMINs, should the organization not have counted them yet
     */
    record ReleaseAdmin(OrganizationId id, UserId user, Set<UserId> known, Instant at) implements OrganizationCommand {
        public ReleaseAdmin {
            known = Set.copyOf(known);
        }
    }
}
