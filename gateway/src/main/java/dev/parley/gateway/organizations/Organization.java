package dev.parley.gateway.organizations;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.IdentityEvent.OrganizationCreated;
import dev.parley.gateway.organizations.OrganizationCommand.CreateOrganization;
import dev.parley.gateway.organizations.OrganizationCommand.RequireSecondFactor;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant. Its name stays here.
 *
 * @param secondFactorRequiredSince absent where a password is enough
 */
public record Organization(String name, @Nullable Instant secondFactorRequiredSince) {

    static final AggregateType<Organization> TYPE = AggregateType.publishing(
            AggregateKind.ORGANIZATION, "organizations", Organization.class, Organization::evolve);

    static Change<Organization> decide(@Nullable Organization organization, OrganizationCommand command) {
        return switch (command) {
            case CreateOrganization creation -> create(organization, creation);
            case RequireSecondFactor requirement ->
                existing(organization, command).require(requirement);
        };
    }

    private static Change<Organization> create(@Nullable Organization organization, CreateOrganization command) {
        if (organization != null) {
            throw new DomainException.Conflict("This organization exists already.");
        }
        return Change.<Organization>of(new OrganizationCreated(command.id(), command.at()))
                .and(_ -> new Organization(command.name(), null));
    }

    private Change<Organization> require(RequireSecondFactor command) {
        boolean already = secondFactorRequiredSince != null;
        return already == command.required()
                ? Change.of()
                : Change.privately(one -> new Organization(one.name, command.required() ? command.at() : null));
    }

    private static Organization existing(@Nullable Organization organization, OrganizationCommand command) {
        if (organization == null) {
            throw new DomainException.NotFound("organization", command.id().value());
        }
        return organization;
    }

    static Organization evolve(@Nullable Organization organization, DomainEvent event) {
        return switch (event) {
            case OrganizationCreated _ -> new Organization("", null);
            default -> throw new IllegalStateException("no event of an organization: " + event.getClass());
        };
    }
}
