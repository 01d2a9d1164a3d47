package dev.parley.gateway.invitations;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.Account;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Person;
import dev.parley.gateway.organizations.UserService;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.error.DomainException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes people in who hold a link: as somebody new, or as whoever they are already. */
@Service
class Acceptances {

    private final InvitationService invitations;
    private final Accounts accounts;
    private final UserService users;

    Acceptances(InvitationService invitations, Accounts accounts, UserService users) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.users = users;
    }

    /** Where the link led. */
    record Joined(OrganizationId organizationId, UserId userId) {}

    /**
     * Uses a link.
     *
     * @param template of the origin; the organization is the invitation's
     * @param signedIn whoever is signed in where the link was opened
     * @param newcomer what somebody without an account gives
     */
    Joined accept(String token, Origin template, @Nullable AccountId signedIn, @Nullable Newcomer newcomer) {
        Aggregate<Invitation> invitation = invitations.byToken(token);
        Origin origin = new Origin(
                invitation.organizationId(), "system", template.correlationId(), null, false, template.now());
        String email = invitations.emailOf(invitation);
        Optional<Aggregate<Account>> known = accounts.findByEmail(email);
        return known.isPresent()
                ? known(origin, invitation, known.get(), signedIn)
                : newcomer(origin, invitation, email, newcomer);
    }

    /** What somebody new says of themselves. */
    record Newcomer(String displayName, String password) {
        @Override
        public String toString() {
            return "Newcomer";
        }
    }

    private Joined known(
            Origin origin, Aggregate<Invitation> invitation, Aggregate<Account> account, @Nullable AccountId signedIn) {
        var id = new AccountId(account.id());
        if (!id.equals(signedIn)) {
            throw new DomainException.Conflict("Sign in as the person who is invited, then open the link again.");
        }
        UserId user = users.idIn(origin.organizationId(), id);
        users.mustNotBelong(origin.organizationId(), user);
        invitations.use(origin, invitation);
        users.join(
                origin,
                user,
                id,
                account.state().displayName(),
                invitation.state().roles());
        return new Joined(origin.organizationId(), user);
    }

    private Joined newcomer(
            Origin origin, Aggregate<Invitation> invitation, String email, @Nullable Newcomer newcomer) {
        if (newcomer == null) {
            throw new DomainException.Invalid("/password", "expected a name and a password for a new account");
        }
        var person = new Person(email, newcomer.displayName(), newcomer.password());
        accounts.mustBeGood(person);
        AccountId id = accounts.idFor(email);
        UserId user = users.idIn(origin.organizationId(), id);
        invitations.use(origin, invitation);
        accounts.open(origin, id, person, user, false, invitation.state().tokenHash());
        users.join(origin, user, id, person.displayName(), invitation.state().roles());
        return new Joined(origin.organizationId(), user);
    }
}
