package dev.parley.gateway.organizations;

import dev.parley.contracts.Role;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import java.util.Set;

/** Which roles a caller can give. */
public final class GrantableRoles {

    private GrantableRoles() {}

    /**
     * The same, if the caller can: a key that could make an ADMIN would be one, and nobody makes an OPERATOR.
     *
     * @throws DomainException otherwise
     */
    public static Set<Role> checked(Caller caller, Set<Role> roles) {
        if (roles.contains(Role.ADMIN) && caller.type() != PrincipalType.USER) {
            throw new DomainException.Forbidden("Only an ADMIN in person can make someone an ADMIN.");
        }
        if (roles.contains(Role.OPERATOR)) {
            throw new DomainException.Invalid("/roles", "expected some of ADMIN, RECRUITER, INTERVIEWER");
        }
        return roles;
    }
}
