package dev.parley.gateway.organizations;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import java.util.Set;

/**
 * One organization a person belongs to, and what they may do there.
 *
 * @param name of the organization
 * @param needsSecondFactor whether a password alone opens nothing of it
 */
public record Membership(
        OrganizationId organization, String name, UserId user, Set<Role> roles, boolean needsSecondFactor) {
    public Membership {
        roles = Set.copyOf(roles);
    }
}
