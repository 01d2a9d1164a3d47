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
import java.util.List;
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

    private List<Membership> load(AccountId account) {
        return mongo.getCollection(User.TYPE.collection())
                .find(Filters.and(
                        Filters.eq("state.profile.account.value", account.value()), Filters.eq("state.active", true)))
                .sort(Sorts.ascending("createdAt", "_id"))
                .map(Memberships::read)
                .into(new ArrayList<>());
    }

    private static Membership read(Document user) {
        List<String> roles = user.get("state", Document.class).getList("roles", String.class);
        return new Membership(
                new OrganizationId(user.getString("organizationId")),
                new UserId(user.getString("_id")),
                roles.stream().map(Role::valueOf).collect(Collectors.toSet()));
    }
}
