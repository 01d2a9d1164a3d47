package dev.parley.contracts;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Who exists and which role they have; names and addresses stay in the gateway. */
public sealed interface IdentityEvent extends DomainEvent {

    /** An organization exists. */
    @EventType("organization.created.v1")
    record OrganizationCreated(OrganizationId organizationId, Instant occurredAt) implements IdentityEvent {}

    /** A person belongs to the organization, with these roles. */
    @EventType("user.added.v1")
    record UserAdded(UserId userId, Set<Role> roles, Instant occurredAt) implements IdentityEvent {
        public UserAdded {
            roles = inOrder(roles);
        }
    }

    /** The person's roles are now these. */
    @EventType("user.roles-changed.v1")
    record UserRolesChanged(UserId userId, Set<Role> roles, Instant occurredAt) implements IdentityEvent {
        public UserRolesChanged {
            roles = inOrder(roles);
        }
    }

    /** The person can no longer sign in. */
    @EventType("user.deactivated.v1")
    record UserDeactivated(UserId userId, Instant occurredAt) implements IdentityEvent {}

    // Set.copyOf would write the same event differently in each JVM
    private static Set<Role> inOrder(Set<Role> roles) {
        return Collections.unmodifiableSet(new TreeSet<>(roles));
    }
}
