package dev.parley.gateway.organizations;

import com.mongodb.client.model.Filters;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.Origin;
import dev.parley.platform.web.PageRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps an ADMIN in every organization. Users are documents of their own, so the organization's document decides: who
 * gives the role up leaves its list first, who gets it joins that list last. A crash between leaves the list too short,
 * which refuses too much and never too little; granting the role again mends it.
 */
@Component
class Admins {

    private static final PageRequest MANY = new PageRequest(PageRequest.LARGEST, null);

    private final AggregateStore<User> users;
    private final OrganizationService organizations;

    Admins(AggregateStore<User> users, OrganizationService organizations) {
        this.users = users;
        this.organizations = organizations;
    }

    /**
     * To be called before the user loses the role, if they have it.
     *
     * @throws dev.parley.platform.error.DomainException.Conflict when nobody else has it
     */
    void release(Origin origin, UserId user) {
        organizations.release(origin, user, () -> all(origin.organizationId()));
    }

    /** To be called after whatever was done with the user. */
    void settle(Origin origin, UserId user) {
        boolean isAdmin = users.find(origin.organizationId(), user.value())
                .filter(one -> one.state().active() && one.state().roles().contains(Role.ADMIN))
                .isPresent();
        if (isAdmin) {
            organizations.hold(origin, user);
        }
    }

    private Set<UserId> all(OrganizationId organization) {
        return users
                .list(
                        organization,
                        MANY,
                        Filters.eq("state.roles", Role.ADMIN.name()),
                        Filters.eq("state.active", true))
                .items()
                .stream()
                .map(one -> new UserId(one.id()))
                .collect(Collectors.toSet());
    }
}
