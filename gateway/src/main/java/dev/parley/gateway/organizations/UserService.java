package dev.parley.gateway.organizations;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Person;
import dev.parley.gateway.organizations.UserCommand.AddUser;
import dev.parley.gateway.organizations.UserCommand.ChangeRoles;
import dev.parley.gateway.organizations.UserCommand.DeactivateUser;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.DerivedIds;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.error.DomainException;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Commands on users. */
@Service
public class UserService {

    private final AggregateStore<User> users;
    private final Accounts accounts;
    private final Admins admins;
    private final Memberships memberships;
    private final DerivedIds ids;

    UserService(AggregateStore<User> users, Accounts accounts, Admins admins, Memberships memberships, DerivedIds ids) {
        this.users = users;
        this.accounts = accounts;
        this.admins = admins;
        this.memberships = memberships;
        this.ids = ids;
    }

    /** Opens the account first: it reserves the address, and an attempt that ends there can be made again. */
    Receipt add(CommandContext context, Person person, Set<Role> roles) {
        AccountId account = accounts.idFor(person.email());
        UserId id = idIn(context.organization(), account);
        if (users.find(context.organization(), id.value()).isEmpty()) {
            accounts.open(
                    context.origin(),
                    account,
                    person,
                    id,
                    false,
                    context.idempotencyKey().scope());
        }
        Receipt receipt = users.create(
                context,
                id.value(),
                () -> User.decide(null, new AddUser(id, profile(account, person), roles, context.now())));
        admins.settle(context.origin(), id);
        memberships.forget(account);
        return receipt;
    }

    /** Makes the first user of an organization, or corrects who it is while set-up is not finished. */
    public void ensure(Origin origin, UserId id, AccountId account, Person person, Set<Role> roles) {
        User.Profile profile = profile(account, person);
        users.carryOut(
                origin,
                id.value(),
                former -> former == null
                        ? User.decide(null, new AddUser(id, profile, roles, origin.now()))
                        : Change.privately(user -> new User(user.roles(), user.active(), profile)));
    }

    /** The person behind a user. */
    public AccountId accountOf(OrganizationId organization, UserId id) {
        return users.get(organization, id.value()).state().person().account();
    }

    /** The user an account is in an organization, whether or not it belongs to it yet. */
    public UserId idIn(OrganizationId organization, AccountId account) {
        return new UserId(ids.of("user/" + organization + "/" + account));
    }

    /**
     * Lets nobody in twice.
     *
     * @throws DomainException.Conflict when the user exists
     */
    public void mustNotBelong(OrganizationId organization, UserId id) {
        if (users.find(organization, id.value()).isPresent()) {
            throw new DomainException.Conflict("This person belongs to the organization already.");
        }
    }

    /** Takes a person in who was asked in. */
    public void join(Origin origin, UserId id, AccountId account, String displayName, Set<Role> roles) {
        var profile = new User.Profile(account, displayName.strip());
        users.carryOut(
                origin, id.value(), former -> User.decide(former, new AddUser(id, profile, roles, origin.now())));
        admins.settle(origin, id);
        memberships.forget(account);
    }

    Receipt changeRoles(CommandContext context, UserId id, Set<Role> roles) {
        return handle(context, new ChangeRoles(id, roles, context.now()), roles.contains(Role.ADMIN));
    }

    Receipt deactivate(CommandContext context, UserId id) {
        return handle(context, new DeactivateUser(id, context.now()), false);
    }

    private Receipt handle(CommandContext context, UserCommand command, boolean staysAdmin) {
        CommandContext versioned = context.versioned();
        UserId id = command.userId();
        if (!staysAdmin) {
            admins.release(context.origin(), id);
        }
        try {
            return users.handle(versioned, id.value(), user -> User.decide(user, command));
        } finally {
            admins.settle(context.origin(), id);
            users.find(context.organization(), id.value())
                    .ifPresent(one -> memberships.forget(one.state().person().account()));
        }
    }

    private static User.Profile profile(AccountId account, Person person) {
        return new User.Profile(account, person.displayName().strip());
    }
}
