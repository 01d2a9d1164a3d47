package dev.parley.gateway.setup;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Person;
import dev.parley.gateway.organizations.OrganizationService;
import dev.parley.gateway.organizations.UserService;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Makes the first organization, its ADMIN and the OPERATOR. Every step has an id of its own that is always the same, so
 * an attempt that ended half-way is simply made again.
 */
@Service
class SetupService {

    // a claim keeps attempts apart; one after another may correct it
    private static final String ATTEMPT = "setup";

    private final SetupClaim claim;
    private final OrganizationService organizations;
    private final UserService users;
    private final Accounts accounts;
    private final DerivedIds ids;

    SetupService(
            SetupClaim claim, OrganizationService organizations, UserService users, Accounts accounts, DerivedIds ids) {
        this.claim = claim;
        this.organizations = organizations;
        this.users = users;
        this.accounts = accounts;
        this.ids = ids;
    }

    /** What set-up made. */
    record Made(OrganizationId organizationId, UserId adminId, UserId operatorId) {}

    Made setUp(String organization, Person admin, Person operator, Origin template) {
        if (claim.done()) {
            throw new DomainException.Conflict("This installation is set up already.");
        }
        claim.take(template.now());
        try {
            return make(organization, admin, operator, template);
        } catch (DomainException e) {
            claim.release(template.now());
            throw e;
        }
    }

    OrganizationId organizationId() {
        return new OrganizationId(ids.of("setup/organization"));
    }

    private Made make(String organization, Person admin, Person operator, Origin origin) {
        AccountId adminAccount = new AccountId(ids.of("setup/admin-account"));
        AccountId operatorAccount = new AccountId(ids.of("setup/operator-account"));
        UserId adminId = new UserId(ids.of("setup/admin"));
        UserId operatorId = new UserId(operatorAccount.value());
        organizations.ensure(origin, organization);
        accounts.open(origin, adminAccount, admin, adminId, false, ATTEMPT);
        users.ensure(origin, adminId, adminAccount, admin, Set.of(Role.ADMIN));
        accounts.open(origin, operatorAccount, operator, operatorId, true, ATTEMPT);
        claim.finish(origin.now());
        return new Made(origin.organizationId(), adminId, operatorId);
    }
}
