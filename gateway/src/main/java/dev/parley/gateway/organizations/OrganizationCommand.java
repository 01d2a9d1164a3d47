package dev.parley.gateway.organizations;

import dev.parley.contracts.id.OrganizationId;
import java.time.Instant;

/** What can be done with an organization. */
sealed interface OrganizationCommand {

    OrganizationId id();

    Instant at();

    /** Makes an organization of this name. */
    record CreateOrganization(OrganizationId id, String name, Instant at) implements OrganizationCommand {}

    /** Whether a password alone opens nothing of it. */
    record RequireSecondFactor(OrganizationId id, boolean required, Instant at) implements OrganizationCommand {}
}
