package dev.parley.gateway.apikeys;

import dev.parley.platform.error.DomainException;
import java.util.Set;
import java.util.TreeSet;

/** What an API key can be allowed. */
final class Scopes {

    static final Set<String> ALL = Set.of(
            "catalog:read",
            "catalog:write",
            "interviews:read",
            "interviews:write",
            "evaluations:read",
            "analytics:read",
            "events:read",
            "identity:read",
            "identity:write");

    private Scopes() {}

    /**
     * The same, if all of them exist.
     *
     * @throws DomainException.Invalid otherwise
     */
    static Set<String> checked(Set<String> scopes) {
        if (!ALL.containsAll(scopes)) {
            throw new DomainException.Invalid("/scopes", "expected some of " + String.join(", ", new TreeSet<>(ALL)));
        }
        return scopes;
    }
}
