package dev.parley.gateway.organizations;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.accounts.Accounts;
import dev.parley.gateway.accounts.Person;
import dev.parley.gateway.devices.SignInSessions;
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
import dev.parley.platform.web.PageRequest;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Commands on users. */
@Service
public class UserService {

    private final AggregateStore<User> users;
    private final Accounts accounts;
    private final Memberships memberships;
    private final SignInSessions sessions;
    private final DerivedIds ids;

    UserService(
            AggregateStore<User> users,
            Accounts accounts,
            Memberships memberships,
            SignInSessions sessions,
            DerivedIds ids) {
        this.users = users;
        this.accounts = accounts;
        this.memberships = memberships;
        this.sessions = sessions;
        this.ids = ids;
    }

    /** Opens the account first: it reserves the address, and an attempt that ends there can be made again. */
    Receipt add(CommandContext context, Person person, Set<Role> roles) {
        AccountId account = accounts.idFor(person.email());
        UserId id = new UserId(ids.of("user/" + context.organization() + "/" + account));
        if (users.find(context.organization(), id.value()).isEmpty()) {
            accounts.open(context.origin(), account, person, id, false);
        }
        Receipt receipt = users.create(
                context,
                id.value(),
                () -> User.decide(null, new AddUser(id, profile(account, person), roles, context.now())));
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

    Receipt changeRoles(CommandContext context, UserId id, Set<Role> roles) {
        if (!roles.contains(Role.ADMIN)) {
            mustNotBeTheLastAdmin(context.organization(), id);
        }
        return handle(context, new ChangeRoles(id, roles, context.now()));
    }

    Receipt deactivate(CommandContext context, UserId id) {
        mustNotBeTheLastAdmin(context.organization(), id);
        Receipt receipt = handle(context, new DeactivateUser(id, context.now()));
        sessions.revokeAll(accountOf(context.organization(), id));
        return receipt;
    }

    private Receipt handle(CommandContext context, UserCommand command) {
        String id = command.userId().value();
        Receipt receipt = users.handle(context.versioned(), id, user -> User.decide(user, command));
        memberships.forget(accountOf(context.organization(), command.userId()));
        return receipt;
    }

    private void mustNotBeTheLastAdmin(OrganizationId organization, UserId id) {
        var admins = users.list(
                        organization,
                        new PageRequest(2, null),
                        Filters.eq("state.roles", Role.ADMIN.name()),
                        Filters.eq("state.active", true))
                .items();
        if (admins.size() == 1 && admins.getFirst().id().equals(id.value())) {
            throw new DomainException.Conflict("This is the organization's last ADMIN.");
        }
    }

    private static User.Profile profile(AccountId account, Person person) {
        return new User.Profile(account, person.displayName().strip());
    }
}
