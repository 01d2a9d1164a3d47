package dev.parley.gateway.organizations;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.IdentityEvent.UserAdded;
import dev.parley.contracts.IdentityEvent.UserDeactivated;
import dev.parley.contracts.IdentityEvent.UserRolesChanged;
import dev.parley.contracts.Role;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.gateway.organizations.UserCommand.AddUser;
import dev.parley.gateway.organizations.UserCommand.ChangeRoles;
import dev.parley.gateway.organizations.UserCommand.DeactivateUser;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/**
 * One person's place in one organization; who belongs to several has a user in each.
 *
 * @param profile who it is; no event tells it, so it is absent between the event and the private change that follows
 */
public record User(
        Set<Role> roles, boolean active, @Nullable Profile profile) {

    static final AggregateType<User> TYPE = AggregateType.publishing(
            AggregateKind.USER,
            "users",
            User.class,
            User::evolve,
            new Index().on("state.profile.account.value", Direction.ASC));

    public User {
        roles = Set.copyOf(roles);
    }

    /** The person behind the user. */
    public record Profile(AccountId account, String displayName) {}

    public Profile person() {
        return Objects.requireNonNull(profile, "every stored user has a profile");
    }

    static Change<User> decide(@Nullable User user, UserCommand command) {
        return switch (command) {
            case AddUser add -> add(user, add);
            case ChangeRoles change -> existing(user, command).change(change);
            case DeactivateUser deactivation -> existing(user, command).deactivate(deactivation);
        };
    }

    static User evolve(@Nullable User user, DomainEvent event) {
        return switch (event) {
            case UserAdded added -> new User(added.roles(), true, null);
            case UserRolesChanged changed -> new User(changed.roles(), true, Objects.requireNonNull(user).profile);
            case UserDeactivated _ -> new User(Set.of(), false, Objects.requireNonNull(user).profile);
            default -> throw new IllegalStateException("no event of a user: " + event.getClass());
        };
    }

    private static Change<User> add(@Nullable User user, AddUser command) {
        if (user != null) {
            throw new DomainException.Conflict("This person belongs to the organization already.");
        }
        return Change.<User>of(new UserAdded(command.userId(), command.roles(), command.at()))
                .and(added -> new User(added.roles, added.active, command.profile()));
    }

    private Change<User> change(ChangeRoles command) {
        mustBeActive();
        return roles.equals(command.roles())
                ? Change.of()
                : Change.of(new UserRolesChanged(command.userId(), command.roles(), command.at()));
    }

    private Change<User> deactivate(DeactivateUser command) {
        mustBeActive();
        return Change.of(new UserDeactivated(command.userId(), command.at()));
    }

    private void mustBeActive() {
        if (!active) {
            throw new DomainException.Conflict("This user is deactivated.");
        }
    }

    private static User existing(@Nullable User user, UserCommand command) {
        if (user == null) {
            throw new DomainException.NotFound("user", command.userId().value());
        }
        return user;
    }
}
