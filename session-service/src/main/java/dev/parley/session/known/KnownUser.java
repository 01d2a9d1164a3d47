package dev.parley.session.known;

import dev.parley.contracts.Role;
import java.util.Set;

/** A person of the organization: the roles, and whether they can still sign in. */
public record KnownUser(Set<Role> roles, boolean active) {

    static final KnownUser UNKNOWN = new KnownUser(Set.of(), false);
}
