package dev.parley.platform.security;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.error.DomainException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, on behalf of which organization.
 *
 * @param organizationId absent only for an OPERATOR and for people who have not chosen one
 * @param roles a user's roles in the organization; empty for API keys and services
 * @param scopes what an API key or service may do; empty for users
 */
public record Caller(
        String principalId,
        PrincipalType type,
        Set<Role> roles,
        Set<String> scopes,
        @Nullable OrganizationId organizationId,
        String clientAddress) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /**
     * The tenant every read and write of this request is confined to.
     *
     * @throws DomainException.Forbidden when the request names none
     */
    public OrganizationId organization() {
        if (organizationId == null) {
            throw new DomainException.Forbidden("The request names no organization: send X-Parley-Organization.");
        }
        return organizationId;
    }

    /**
     * The person who calls.
     *
     * @throws DomainException.Forbidden when the caller is no person
     */
    public UserId user() {
        if (type != PrincipalType.USER) {
            throw new DomainException.Forbidden("Only a person can do this, not an API key.");
        }
        return new UserId(principalId);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** As in {@code ce_actor}. */
    public String actor() {
        return type == PrincipalType.SERVICE ? "system" : type.claim() + "/" + principalId;
    }
}
