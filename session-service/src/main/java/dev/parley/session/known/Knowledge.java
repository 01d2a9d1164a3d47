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
import dev.parley.platform.inbox.Arrival;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Kits and people as other services' events told them; waits a little for what may be on its way. */
@Component
public class Knowledge {

    private final AggregateStore<KnownKit> kits;
    private final AggregateStore<KnownUser> users;

    Knowledge(AggregateStore<KnownKit> kits, AggregateStore<KnownUser> users) {
        this.kits = kits;
        this.users = users;
    }

    /**
     * What a session is planned from.
     *
     * @param version the latest when null
     * @throws dev.parley.platform.error.DomainException.NotYet when no event has told of it
     */
    public Plan plan(OrganizationId organization, KitId id, @Nullable Integer version) {
        String what = "kit " + id + (version == null ? "" : ", version " + version);
        return Arrival.await(
                what,
                () -> kits.find(organization, id.value()).map(Aggregate::state).flatMap(kit -> kit.version(version)));
    }

    /** Whether no new sessions are planned from the kit. */
    public boolean isArchived(OrganizationId organization, KitId id) {
        return kits.find(organization, id.value())
                .map(kit -> kit.state().archived())
                .orElse(false);
    }

    /**
     * Whether the person can be on a panel.
     *
     * @throws dev.parley.platform.error.DomainException.NotYet when no event has told of the person
     */
    public boolean isInterviewer(OrganizationId organization, UserId id) {
        KnownUser user = Arrival.await(
                "user " + id,
                () -> users.find(organization, id.value()).map(Aggregate::state).filter(this::isTold));
        return user.active() && user.roles().contains(Role.INTERVIEWER);
    }

    private boolean isTold(KnownUser user) {
        return !user.equals(KnownUser.UNKNOWN);
    }

    /** Whether it is known without waiting that the person can be on a panel. */
    public Optional<KnownUser> findUser(OrganizationId organization, UserId id) {
        return users.find(organization, id.value()).map(Aggregate::state);
    }

    @Configuration(proxyBeanMethods = false)
    static class Stores {

        @Bean
        AggregateStore<KnownKit> knownKits(AggregateStores stores) {
            return stores.open(AggregateType.silent("knownKits", KnownKit.class));
        }

        @Bean
        AggregateStore<KnownUser> knownUsers(AggregateStores stores) {
            return stores.open(AggregateType.silent("knownUsers", KnownUser.class));
        }
    }
}
