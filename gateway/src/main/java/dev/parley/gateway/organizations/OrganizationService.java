package dev.parley.gateway.organizations;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.organizations.OrganizationCommand.CreateOrganization;
import dev.parley.gateway.organizations.OrganizationCommand.HoldAdmin;
import dev.parley.gateway.organizations.OrganizationCommand.ReleaseAdmin;
import dev.parley.gateway.organizations.OrganizationCommand.RequireSecondFactor;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.aggregate.Receipt;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Makes organizations and knows their names. */
@Service
public class OrganizationService {

    private final AggregateStore<Organization> organizations;

    OrganizationService(AggregateStore<Organization> organizations) {
        this.organizations = organizations;
    }

    /** Makes the organization of the origin, unless it exists. */
    public void ensure(Origin origin, String name) {
        OrganizationId id = origin.organizationId();
        if (!exists(id)) {
            organizations.carryOut(
                    origin,
                    id.value(),
                    former -> Organization.decide(former, new CreateOrganization(id, name, origin.now())));
        }
    }

    Receipt require(CommandContext context, boolean secondFactor) {
        OrganizationId id = context.organization();
        return organizations.handle(
                context.versioned(),
                id.value(),
                one -> Organization.decide(one, new RequireSecondFactor(id, secondFactor, context.now())));
    }

    void hold(Origin origin, UserId admin) {
        OrganizationId id = origin.organizationId();
        organizations.carryOut(
                origin, id.value(), one -> Organization.decide(one, new HoldAdmin(id, admin, origin.now())));
    }

    /**
     * To be called before the user stops being an ADMIN.
     *
     * @throws dev.parley.platform.error.DomainException.Conflict when there would be none left
     */
    void release(Origin origin, UserId admin, Supplier<Set<UserId>> all) {
        OrganizationId id = origin.organizationId();
        organizations.carryOut(
                origin,
                id.value(),
                one -> Organization.decide(
                        one,
                        new ReleaseAdmin(
                                id, admin, one == null || one.admins() == null ? all.get() : Set.of(), origin.now())));
    }

    public boolean exists(OrganizationId id) {
        return organizations.find(id, id.value()).isPresent();
    }

    /**
     * What people call it.
     *
     * @throws dev.parley.platform.error.DomainException.NotFound when it does not exist
     */
    public String name(OrganizationId id) {
        return organizations.get(id, id.value()).state().name();
    }
}
