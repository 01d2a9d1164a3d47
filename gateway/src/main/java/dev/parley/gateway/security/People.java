package dev.parley.gateway.security;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.organizations.Membership;
import dev.parley.gateway.organizations.Memberships;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** From a person to the caller of one request: who they are in the organization it is for. */
@Component
class People {

    private final Memberships memberships;
    private final Accounts accounts;

    People(Memberships memberships, Accounts accounts) {
        this.memberships = memberships;
        this.accounts = accounts;
    }

    /** Empty for somebody who has no place here any more. */
    Optional<Caller> caller(AccountId account, Optional<OrganizationId> named, String clientAddress) {
        List<Membership> all = memberships.of(account);
        if (named.isPresent()) {
            return Optional.of(all.stream()
                    .filter(one -> one.organization().equals(named.get()))
                    .findFirst()
                    .map(one -> member(one, clientAddress))
                    .orElseThrow(RequestedOrganization::refused));
        }
        return switch (all.size()) {
            case 0 -> operator(account, clientAddress);
            case 1 -> Optional.of(member(all.getFirst(), clientAddress));
            default -> Optional.of(outside(account, Set.of(), clientAddress));
        };
    }

    private Optional<Caller> operator(AccountId account, String clientAddress) {
        return accounts.find(account)
                .filter(one -> one.state().operator())
                .map(_ -> outside(account, Set.of(Role.OPERATOR), clientAddress));
    }

    private static Caller member(Membership membership, String clientAddress) {
        return new Caller(
                membership.user().value(),
                PrincipalType.USER,
                membership.roles(),
                Set.of(),
                membership.organization(),
                clientAddress);
    }

    private static Caller outside(AccountId account, Set<Role> roles, String clientAddress) {
        return new Caller(account.value(), PrincipalType.USER, roles, Set.of(), null, clientAddress);
    }
}
