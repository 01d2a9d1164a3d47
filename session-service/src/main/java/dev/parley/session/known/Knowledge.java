package dev.parley.session.known;

import dev.parley.contracts.Plan;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.AggregateStores;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.inbox.Arrival;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Kits and people as other services' events told them; waits a little for what may be on its way. */
@Component
public class Knowledge {

    private final AggregateStore<KnownKit> kits;
    private final AggregateStore<Plan> plans;
    private final AggregateStore<KnownUser> users;

    Knowledge(AggregateStore<KnownKit> kits, AggregateStore<Plan> plans, AggregateStore<KnownUser> users) {
        this.kits = kits;
        this.plans = plans;
        this.users = users;
    }

    /**
     * What a new session is planned from.
     *
     * @param version the latest when null
     * @throws DomainException.NotYet when no event has told of it
     * @throws DomainException.Conflict when the kit is archived
     */
    public Plan planForNew(OrganizationId organization, KitId id, @Nullable Integer version) {
        KnownKit kit = Arrival.await(
                "kit " + id, () -> kits.find(organization, id.value()).map(Aggregate::state));
        if (kit.archived()) {
            throw new DomainException.Conflict("The kit is archived; plan from another one.");
        }
        return plan(organization, id, version == null ? kit.latest() : version);
    }

    /**
     * What a session was planned from, whatever became of the kit since.
     *
     * @throws DomainException.NotYet when no event has told of it
     */
    public Plan plan(OrganizationId organization, KitId id, int version) {
        return Arrival.await(
                "kit " + id + ", version " + version,
                () -> plans.find(organization, planId(id, version)).map(Aggregate::state));
    }

    /**
     * Whether the person can be on a new panel.
     *
     * @throws DomainException.NotYet when no event has told of the person
     */
    public boolean isInterviewer(OrganizationId organization, UserId id) {
        KnownUser user = user(organization, id);
        return user.active() && user.roles().contains(Role.INTERVIEWER);
    }

    /**
     * Whoever it is, with or without a role by now.
     *
     * @throws DomainException.NotYet when no event has told of the person
     */
    public KnownUser user(OrganizationId organization, UserId id) {
        return Arrival.await(
                "user " + id, () -> users.find(organization, id.value()).map(Aggregate::state));
    }

    static String planId(KitId kit, int version) {
        return kit + "/" + version;
    }

    @Configuration(proxyBeanMethods = false)
    static class Stores {

        @Bean
        AggregateStore<KnownKit> knownKits(AggregateStores stores) {
            return stores.open(AggregateType.silent("knownKits", KnownKit.class));
        }

        @Bean
        AggregateStore<Plan> knownPlans(AggregateStores stores) {
            return stores.open(AggregateType.silent("knownPlans", Plan.class));
        }

        @Bean
        AggregateStore<KnownUser> knownUsers(AggregateStores stores) {
            return stores.open(AggregateType.silent("knownUsers", KnownUser.class));
        }
    }
}
