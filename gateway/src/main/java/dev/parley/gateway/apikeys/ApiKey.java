package dev.parley.gateway.apikeys;

import dev.parley.contracts.id.ApiKeyId;
import dev.parley.gateway.apikeys.ApiKeyCommand.IssueKey;
import dev.parley.gateway.apikeys.ApiKeyCommand.RevokeKey;
import dev.parley.gateway.apikeys.ApiKeyCommand.RotateKey;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/**
 * An integrator's key; only the hash of its secret is kept.
 *
 * @param former the secret before, which goes on for a while so that nothing stands still during a change
 */
record ApiKey(
        String name,
        String hash,
        Set<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Former former) {

    /** A secret on its way out. */
    record Former(String hash, Instant until) {}

    static final AggregateType<ApiKey> TYPE = AggregateType.silent(
            "apiKeys",
            ApiKey.class,
            new Index().on("state.hash", Direction.ASC).unique(),
            new Index().on("state.former.hash", Direction.ASC).unique().sparse());

    ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the secret with this hash, which is one of the key's, opens anything now. */
    boolean valid(String secret, Instant now) {
        return valid(now) && (secret.equals(hash) || (former != null && now.isBefore(former.until())));
    }

    private boolean valid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    static Change<ApiKey> decide(@Nullable ApiKey key, ApiKeyCommand command) {
        return switch (command) {
            case IssueKey issue -> issue(key, issue);
            case RevokeKey revocation -> revoke(key, revocation);
            case RotateKey rotation -> rotate(key, rotation);
        };
    }

    private static Change<ApiKey> issue(@Nullable ApiKey key, IssueKey command) {
        if (key != null) {
            throw new DomainException.Conflict("This API key exists already.");
        }
        if (command.expiresAt() != null && !command.expiresAt().isAfter(command.at())) {
            throw new DomainException.Invalid("/expiresAt", "expected a time to come");
        }
        var issued = new ApiKey(command.name(), command.hash(), command.scopes(), command.expiresAt(), null, null);
        return Change.privately(_ -> issued);
    }

    private static Change<ApiKey> revoke(@Nullable ApiKey key, RevokeKey command) {
        if (existing(key, command.id()).revokedAt != null) {
            throw new DomainException.Conflict("This API key is revoked.");
        }
        return Change.privately(
                one -> new ApiKey(one.name, one.hash, one.scopes, one.expiresAt, command.at(), one.former));
    }

    private static Change<ApiKey> rotate(@Nullable ApiKey key, RotateKey command) {
        if (!existing(key, command.id()).valid(command.at())) {
            throw new DomainException.Conflict("This API key is revoked or has expired.");
        }
        return Change.privately(one -> new ApiKey(
                one.name,
                command.hash(),
                one.scopes,
                one.expiresAt,
                one.revokedAt,
                new Former(one.hash, command.at().plus(command.overlap()))));
    }

    private static ApiKey existing(@Nullable ApiKey key, ApiKeyId id) {
        if (key == null) {
            throw new DomainException.NotFound("API key", id.value());
        }
        return key;
    }
}
