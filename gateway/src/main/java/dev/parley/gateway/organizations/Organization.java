package dev.parley.gateway.organizations;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.IdentityEvent.OrganizationCreated;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.organizations.OrganizationCommand.CreateOrganization;
import dev.parley.gateway.organizations.OrganizationCommand.HoldAdmin;
import dev.parley.gateway.organizations.OrganizationCommand.ReleaseAdmin;
import dev.parley.gateway.organizations.OrganizationCommand.RequireSecondFactor;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant. Its name stays here.
 *
 * @param secondFactorRequiredSince absent where a password is enough
 * @param admins some of its ADMINs, never none and never another: what keeps two from giving the role up at once, each
 *     relying on the other; absent until one first does
 */
public record Organization(
        String name,
        @Nullable Instant secondFactorRequiredSince,
        @Nullable Set<UserId> admins) {

    static final AggregateType<Organization> TYPE = AggregateType.publishing(
            AggregateKind.ORGANIZATION, "organizations", Organization.class, Organization::evolve);

    static Change<Organization> decide(@Nullable Organization organization, OrganizationCommand command) {
        return switch (command) {
            case CreateOrganization creation -> create(organization, creation);
            case RequireSecondFactor requirement ->
                existing(organization, command).require(requirement);
            case HoldAdmin hold -> existing(organization, command).hold(hold);
            case ReleaseAdmin release -> existing(organization, command).release(release);
        };
    }

    private static Change<Organization> create(@Nullable Organization organization, CreateOrganization command) {
        if (organization != null) {
            throw new DomainException.Conflict("This organization exists already.");
        }
        return Change.<Organization>of(new OrganizationCreated(command.id(), command.at()))
                .and(_ -> new Organization(command.name(), null, null));
    }

    private Change<Organization> require(RequireSecondFactor command) {
        boolean already = secondFactorRequiredSince != null;
        return already == command.required()
                ? Change.of()
                : Change.privately(
                        one -> new Organization(one.name, command.required() ? command.at() : null, one.admins));
    }

    private Change<Organization> hold(HoldAdmin command) {
        if (admins == null || admins.contains(command.user())) {
            return Change.of();
        }
        return having(Stream.concat(admins.stream(), Stream.of(command.user())));
    }

    private Change<Organization> release(ReleaseAdmin command) {
        Set<UserId> held = admins == null ? command.known() : admins;
        if (!held.contains(command.user())) {
            return Change.of();
        }
        if (held.size() == 1) {
            throw new DomainException.Conflict("This is the organization's last ADMIN.");
        }
        return having(held.stream().filter(one -> !one.equals(command.user())));
    }

    private static Change<Organization> having(Stream<UserId> users) {
        Set<UserId> held = users.collect(Collectors.toSet());
        return Change.privately(one -> new Organization(one.name, one.secondFactorRequiredSince, held));
    }

    private static Organization existing(@Nullable Organization organization, OrganizationCommand command) {
        if (organization == null) {
            throw new DomainException.NotFound("organization", command.id().value());
        }
        return organization;
    }

    static Organization evolve(@Nullable Organization organization, DomainEvent event) {
        return switch (event) {
            case OrganizationCreated _ -> new Organization("", null, null);
            default -> throw new IllegalStateException("no event of an organization: " + event.getClass());
        };
    }
}
