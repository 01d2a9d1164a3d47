package dev.parley.gateway.apikeys;

import dev.parley.gateway.apikeys.ApiKeyCommand.IssueKey;
import dev.parley.gateway.apikeys.ApiKeyCommand.RevokeKey;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/** An integrator's key; only the hash of its secret is kept. */
record ApiKey(
        String name,
        String hash,
        Set<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    static final AggregateType<ApiKey> TYPE = AggregateType.silent(
            "apiKeys", ApiKey.class, new Index().on("state.hash", Direction.ASC).unique());

    ApiKey {
        scopes = Set.copyOf(scopes);
    }

    boolean valid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    static Change<ApiKey> decide(@Nullable ApiKey key, ApiKeyCommand command) {
        return switch (command) {
            case IssueKey issue -> issue(key, issue);
            case RevokeKey revocation -> revoke(key, revocation);
        };
    }

    private static Change<ApiKey> issue(@Nullable ApiKey key, IssueKey command) {
        if (key != null) {
            throw new DomainException.Conflict("This API key exists already.");
        }
        if (command.expiresAt() != null && !command.expiresAt().isAfter(command.at())) {
            throw new DomainException.Invalid("/expiresAt", "expected a time to come");
        }
        var issued = new ApiKey(command.name(), command.hash(), command.scopes(), command.expiresAt(), null);
        return Change.privately(_ -> issued);
    }

    private static Change<ApiKey> revoke(@Nullable ApiKey key, RevokeKey command) {
        if (key == null) {
            throw new DomainException.NotFound("API key", command.id().value());
        }
        if (key.revokedAt != null) {
            throw new DomainException.Conflict("This API key is revoked.");
        }
        return Change.privately(
                former -> new ApiKey(former.name, former.hash, former.scopes, former.expiresAt, command.at()));
    }
}
