package dev.parley.gateway.apikeys;

import dev.parley.contracts.id.ApiKeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with an API key. */
sealed interface ApiKeyCommand {

    Instant at();

    /** Makes a key whose secret has this hash. */
    record IssueKey(
            String name,
            String hash,
            Set<String> scopes,
            @Nullable Instant expiresAt,
            Instant at) implements ApiKeyCommand {
        public IssueKey {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Makes the key useless for ever. */
    record RevokeKey(ApiKeyId id, Instant at) implements ApiKeyCommand {}

    /** Gives the key another secret; the one it has goes on for the overlap. */
    record RotateKey(ApiKeyId id, String hash, Duration overlap, Instant at) implements ApiKeyCommand {}
}
