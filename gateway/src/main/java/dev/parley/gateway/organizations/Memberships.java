package dev.parley.gateway.organizations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.UserId;
import dev.parley.gateway.accounts.AccountId;
import dev.parley.platform.security.CrossTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The organizations a person belongs to; what other replicas changed is seen within five seconds. */
@Component
@CrossTenant("asked before it is known which organization a request is for")
public class Memberships {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final int PEOPLE = 20_000;

    private final MongoTemplate mongo;
    private final Cache<AccountId, List<Membership>> recent =
            Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(PEOPLE).build();

    Memberships(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Where the person is an active user, the oldest membership first. */
    public List<Membership> of(AccountId account) {
        return recent.get(account, this::load);
    }

    void forget(AccountId account) {
        recent.invalidate(account);
    }

    void forgetAll() {
        recent.invalidateAll();
    }

    private List<Membership> load(AccountId account) {
        List<Document> users = mongo.getCollection(User.TYPE.collection())
                .find(Filters.and(
                        Filters.eq("state.profile.account.value", account.value()), Filters.eq("state.active", true)))
                .sort(Sorts.ascending("createdAt", "_id"))
                .into(new ArrayList<>());
        Map<String, Document> organizations = users.isEmpty() ? Map.of() : organizations(users);
        return users.stream()
                .map(user -> read(user, organizations.get(user.getString("organizationId"))))
                .toList();
    }

    private Map<String, Document> organizations(List<Document> users) {
        List<String> ids =
                users.stream().map(user -> user.getString("organizationId")).toList();
        Map<String, Document> states = new HashMap<>();
        mongo.getCollection(Organization.TYPE.collection())
                .find(Filters.in("_id", ids))
                .forEach(one -> states.put(one.getString("_id"), one.get("state", Document.class)));
        return states;
    }

    private static Membership read(Document user, @Nullable Document organization) {
        List<String> roles = user.get("state", Document.class).getList("roles", String.class);
        return new Membership(
                new OrganizationId(user.getString("organizationId")),
                organization == null ? "" : organization.getString("name"),
                new UserId(user.getString("_id")),
                roles.stream().map(Role::valueOf).collect(Collectors.toSet()),
                organization != null && organization.get("secondFactorRequiredSince") != null);
    }
}
