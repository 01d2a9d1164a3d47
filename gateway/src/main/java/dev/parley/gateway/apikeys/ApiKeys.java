package dev.parley.gateway.apikeys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.Filters;
import dev.parley.contracts.id.ApiKeyId;
import dev.parley.gateway.apikeys.ApiKeyCommand.IssueKey;
import dev.parley.gateway.apikeys.ApiKeyCommand.RevokeKey;
import dev.parley.gateway.apikeys.ApiKeyCommand.RotateKey;
import dev.parley.platform.aggregate.Aggregate;
import dev.parley.platform.aggregate.AggregateStore;
import dev.parley.platform.aggregate.CommandContext;
import dev.parley.platform.aggregate.Receipt;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.PrincipalType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issues, revokes and recognizes API keys; a revocation elsewhere is seen within five seconds. */
@Component
public class ApiKeys {

    private static final Duration AGE = Duration.ofSeconds(5);

    private final AggregateStore<ApiKey> store;
    private final KeyUses uses;
    private final Clock clock;
    private final Cache<String, Aggregate<ApiKey>> recent =
            Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(20_000).build();

    ApiKeys(AggregateStore<ApiKey> store, KeyUses uses, Clock clock) {
        this.store = store;
        this.uses = uses;
        this.clock = clock;
    }

    Receipt issue(CommandContext context, IssueKey command) {
        return store.create(context, _ -> ApiKey.decide(null, command));
    }

    Receipt revoke(CommandContext context, ApiKeyId id) {
        return handle(context, id, new RevokeKey(id, context.now()));
    }

    Receipt rotate(CommandContext context, RotateKey command) {
        return handle(context, command.id(), command);
    }

    private Receipt handle(CommandContext context, ApiKeyId id, ApiKeyCommand command) {
        Receipt receipt = store.handle(context.merging(), id.value(), key -> ApiKey.decide(key, command));
        recent.asMap().values().removeIf(key -> key.id().equals(id.value()));
        return receipt;
    }

    /** Whose key this is, while it is valid. */
    public Optional<Caller> recognize(String secret, String clientAddress) {
        if (!secret.startsWith(ApiKeySecret.PREFIX)) {
            return Optional.empty();
        }
        String hash = new ApiKeySecret(secret).hash();
        return Optional.ofNullable(recent.get(hash, this::load))
                .filter(key -> key.state().valid(hash, clock.instant()))
                .map(key -> caller(key, clientAddress));
    }

    private @Nullable Aggregate<ApiKey> load(String hash) {
        return store.findAnywhere(Filters.or(Filters.eq("state.hash", hash), Filters.eq("state.former.hash", hash)))
                .orElse(null);
    }

    private Caller caller(Aggregate<ApiKey> key, String clientAddress) {
        uses.note(key.id());
        return new Caller(
                key.id(), PrincipalType.API_KEY, Set.of(), key.state().scopes(), key.organizationId(), clientAddress);
    }
}
