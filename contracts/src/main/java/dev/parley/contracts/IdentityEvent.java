package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Who exists and which role they have; names and addresses stay in the gateway. */
@About(AggregateKind.USER)
public sealed interface IdentityEvent extends DomainEvent {

    @EventType("organization.created.v1")
    @About(AggregateKind.ORGANIZATION)
    @Describe(
            value = "An organization exists.",
            why = "The first event of everything that carries its id in `ce_organizationid`.")
    record OrganizationCreated(@Describe("the organization") OrganizationId organizationId, Instant occurredAt)
            implements IdentityEvent {}

    @EventType("user.added.v1")
    @Describe(
            value = "A person belongs to the organization.",
            why = "Only who is known by this event can be put on a panel.")
    record UserAdded(
            @Describe("the person; name and address are read through the API")
            UserId userId,

            @Describe("what the person may do, without repeats")
            Set<Role> roles,

            Instant occurredAt)
            implements IdentityEvent {
        public UserAdded {
            roles = inOrder(roles);
        }
    }

    @EventType("user.roles-changed.v1")
    @Describe(
            value = "What the person may do in the organization changed.",
            why = "It carries all roles the person has now, not the difference.")
    record UserRolesChanged(
            @Describe("the person") UserId userId,

            @Describe("what the person may do from now on, without repeats")
            Set<Role> roles,

            Instant occurredAt)
            implements IdentityEvent {
        public UserRolesChanged {
            roles = inOrder(roles);
        }
    }

    @EventType("user.deactivated.v1")
    @Describe(
            value = "The person can no longer sign in.",
            why = "To take away access elsewhere. What the person did stays under the same id.")
    record UserDeactivated(@Describe("the person") UserId userId, Instant occurredAt) implements IdentityEvent {}

    // Set.copyOf would write the same event differently in each JVM
    private static Set<Role> inOrder(Set<Role> roles) {
        return Collections.unmodifiableSet(new TreeSet<>(roles));
    }
}
