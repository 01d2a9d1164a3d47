package dev.parley.gateway.organizations;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.UserId;
import java.time.Instant;
import java.util.Set;

/** What can be done with a user. */
sealed interface UserCommand {

    UserId userId();

    Instant at();

    /** The person belongs to the organization from now on. */
    record AddUser(UserId userId, User.Profile profile, Set<Role> roles, Instant at) implements UserCommand {
        public AddUser {
            roles = Set.copyOf(roles);
        }
    }

    /** The person has these roles and no others. */
    record ChangeRoles(UserId userId, Set<Role> roles, Instant at) implements UserCommand {
        public ChangeRoles {
            roles = Set.copyOf(roles);
        }
    }

    /** The person can do nothing in the organization any more. */
    record DeactivateUser(UserId userId, Instant at) implements UserCommand {}
}
