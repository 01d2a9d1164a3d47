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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
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
        Set<String> strict = users.isEmpty() ? Set.of() : strict(users);
        return users.stream().map(user -> read(user, strict)).toList();
    }

    /** Those of the users' organizations that ask for a second factor. */
    private Set<String> strict(List<Document> users) {
        List<String> organizations =
                users.stream().map(user -> user.getString("organizationId")).toList();
        return mongo.getCollection(Organization.TYPE.collection())
                .find(Filters.and(Filters.in("_id", organizations), Filters.exists("state.secondFactorRequiredSince")))
                .map(one -> one.getString("_id"))
                .into(new HashSet<>());
    }

    private static Membership read(Document user, Set<String> strict) {
        List<String> roles = user.get("state", Document.class).getList("roles", String.class);
        return new Membership(
                new OrganizationId(user.getString("organizationId")),
                new UserId(user.getString("_id")),
                roles.stream().map(Role::valueOf).collect(Collectors.toSet()),
                strict.contains(user.getString("organizationId")));
    }
}
