package dev.parley.gateway.organizations;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.IdentityEvent.OrganizationCreated;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant. Its name stays here. */
public record Organization(String name) {

    static final AggregateType<Organization> TYPE = AggregateType.publishing(
            AggregateKind.ORGANIZATION, "organizations", Organization.class, Organization::evolve);

    /** Makes an organization of this name. */
    record CreateOrganization(OrganizationId id, String name, Instant at) {}

    static Change<Organization> decide(@Nullable Organization organization, CreateOrganization command) {
        if (organization != null) {
            throw new DomainException.Conflict("This organization exists already.");
        }
        return Change.<Organization>of(new OrganizationCreated(command.id(), command.at()))
                .and(_ -> new Organization(command.name()));
    }

    static Organization evolve(@Nullable Organization organization, DomainEvent event) {
        return switch (event) {
            case OrganizationCreated _ -> new Organization("");
            default -> throw new IllegalStateException("no event of an organization: " + event.getClass());
        };
    }
}
