package dev.parley.gateway.apikeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.id.ApiKeyId;
import dev.parley.gateway.apikeys.ApiKeyCommand.IssueKey;
import dev.parley.gateway.apikeys.ApiKeyCommand.RevokeKey;
import dev.parley.gateway.apikeys.ApiKeyCommand.RotateKey;
import dev.parley.platform.error.DomainException;
import dev.parley.testkit.StateTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ApiKeyId ID = new ApiKeyId("55555555-5555-4555-8555-555555555555");
    private static final Set<String> SCOPES = Set.of("catalog:read");

    @Test
    void answersEveryCommandInEveryState() {
        StateTable.of("api-key", ApiKey::decide)
                .state("none", null)
                .state("valid", aKey(null, null))
                .state("expired", aKey(NOW.minusSeconds(1), null))
                .state("revoked", aKey(null, NOW.minusSeconds(1)))
                .command("issue", new IssueKey("ats", "hash", SCOPES, null, NOW))
                .command("issue, expired already", new IssueKey("ats", "hash", SCOPES, NOW, NOW))
                .command("revoke", new RevokeKey(ID, NOW))
                .command("rotate", new RotateKey(ID, "other", Duration.ofHours(1), NOW))
                .matches();
    }

    @Test
    void isValidUntilItExpiresOrIsRevoked() {
        assertThat(aKey(null, null).valid("hash", NOW)).isTrue();
        assertThat(aKey(NOW.plus(Duration.ofMillis(1)), null).valid("hash", NOW))
                .isTrue();
        assertThat(aKey(NOW, null).valid("hash", NOW)).isFalse();
        assertThat(aKey(null, NOW).valid("hash", NOW)).isFalse();
    }

    @Test
    void bothSecretsAreValidUntilTheOverlapEnds() {
        ApiKey rotated = ApiKey.decide(aKey(null, null), new RotateKey(ID, "other", Duration.ofHours(1), NOW))
                .privately()
                .apply(aKey(null, null));
        Instant end = NOW.plus(Duration.ofHours(1));

        assertThat(rotated.valid("other", end)).isTrue();
        assertThat(rotated.valid("hash", end.minusMillis(1))).isTrue();
        assertThat(rotated.valid("hash", end)).isFalse();
    }

    @Test
    void isRevokedForEver() {
        ApiKey revoked = ApiKey.decide(aKey(null, null), new RevokeKey(ID, NOW))
                .privately()
                .apply(aKey(null, null));

        assertThat(revoked).isEqualTo(aKey(null, NOW));
    }

    @Test
    void secretIsTwoHundredAndFiftySixBitsAndKeptAsItsHash() {
        var secret = ApiKeySecret.random();

        assertThat(secret.value()).matches("pk_[A-Za-z0-9_-]{43}");
        assertThat(secret.hash()).matches("[0-9a-f]{64}").isEqualTo(new ApiKeySecret(secret.value()).hash());
        assertThat(secret.toString()).doesNotContain(secret.value());
        assertThat(ApiKeySecret.random()).isNotEqualTo(secret);
    }

    @Test
    void knowsWhichScopesThereAre() {
        assertThat(Scopes.checked(Set.of("catalog:read", "identity:write"))).hasSize(2);
        assertThatExceptionOfType(DomainException.Invalid.class)
                .isThrownBy(() -> Scopes.checked(Set.of("evaluations:import")));
    }

    private static ApiKey aKey(@Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        return new ApiKey("ats", "hash", SCOPES, expiresAt, revokedAt, null);
    }
}
