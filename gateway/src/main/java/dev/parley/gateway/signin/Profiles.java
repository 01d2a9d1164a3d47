package dev.parley.gateway.signin;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.organizations.Membership;
import dev.parley.gateway.organizations.Memberships;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.error.DomainException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people who they are here. */
@Component
class Profiles {

    private final Accounts accounts;
    private final Memberships memberships;

    Profiles(Accounts accounts, Memberships memberships) {
        this.accounts = accounts;
        this.memberships = memberships;
    }

    /** The person in the given organization; without one, in the only one they have. */
    Profile of(AccountId id, @Nullable OrganizationId organization) {
        Aggregate<Account> account =
                accounts.find(id).orElseThrow(() -> new DomainException.Unauthenticated("The account is gone."));
        List<Membership> all = memberships.of(id);
        Optional<Membership> current = all.stream()
                .filter(one -> one.organization().equals(organization) || (organization == null && all.size() == 1))
                .findFirst();
        UserId user = current.map(Membership::user).orElse(new UserId(id.value()));
        return new Profile(
                "user",
                user,
                user,
                account.state().displayName(),
                accounts.emailOf(account),
                current.map(Membership::organization).orElse(null),
                roles(account.state(), current),
                all.stream().map(Profiles::organization).toList());
    }

    private static TreeSet<Role> roles(Account account, Optional<Membership> current) {
        var roles = new TreeSet<>(current.map(Membership::roles).orElse(Set.of()));
        if (account.operator()) {
            roles.add(Role.OPERATOR);
        }
        return roles;
    }

    private static Profile.Organization organization(Membership one) {
        return new Profile.Organization(one.organization(), one.name(), one.user(), new TreeSet<>(one.roles()));
    }
}
