package dev.parley.gateway.signin;

import dev.parley.gateway.accounts.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One signed-in browser.
 *
 * @param id hash of the token in its cookie; the token itself is kept nowhere
 * @param seenAt last use, not exact
 */
@Document("signInSessions")
public record SignInSession(
        @Id String id,
        AccountId account,
        String clientAddress,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    boolean open(Instant now, Duration idle) {
        return revokedAt == null && now.isBefore(expiresAt) && now.isBefore(seenAt.plus(idle));
    }

    SignInSession seen(Instant now) {
        return new SignInSession(id, account, clientAddress, createdAt, now, expiresAt, revokedAt);
    }
}
