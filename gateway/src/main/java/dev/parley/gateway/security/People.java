package dev.parley.gateway.security;

import dev.parley.contracts.Role;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.organizations.Membership;
import dev.parley.gateway.organizations.Memberships;
import dev.parley.platform.error.DomainException;
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
    Optional<Caller> caller(AccountId account, Visit visit) {
        List<Membership> all = memberships.of(account);
        if (visit.organization().isPresent()) {
            return Optional.of(all.stream()
                    .filter(one ->
                            one.organization().equals(visit.organization().get()))
                    .findFirst()
                    .map(one -> member(account, one, visit))
                    .orElseThrow(RequestedOrganization::refused));
        }
        return switch (all.size()) {
            case 0 -> operator(account, visit.clientAddress());
            case 1 -> Optional.of(member(account, all.getFirst(), visit));
            default -> Optional.of(outside(account, Set.of(), visit.clientAddress()));
        };
    }

    private Optional<Caller> operator(AccountId account, String clientAddress) {
        return accounts.find(account)
                .filter(one -> one.state().operator())
                .map(_ -> outside(account, Set.of(Role.OPERATOR), clientAddress));
    }

    /** Who owes a second factor is themselves, and nobody in the organization. */
    private static Caller member(AccountId account, Membership membership, Visit visit) {
        if (membership.needsSecondFactor() && !visit.secondFactor()) {
            if (visit.own()) {
                return outside(account, Set.of(), visit.clientAddress());
            }
            throw new DomainException.Forbidden(
                    "This organization asks for a second factor: set one up for your account, and sign in with it.");
        }
        return new Caller(
                membership.user().value(),
                PrincipalType.USER,
                membership.roles(),
                Set.of(),
                membership.organization(),
                visit.clientAddress());
    }

    private static Caller outside(AccountId account, Set<Role> roles, String clientAddress) {
        return new Caller(account.value(), PrincipalType.USER, roles, Set.of(), null, clientAddress);
    }
}
