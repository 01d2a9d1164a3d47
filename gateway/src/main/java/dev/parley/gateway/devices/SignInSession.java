package dev.parley.gateway.devices;

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
 * @param device absent where a former version signed it in
 */
@Document("signInSessions")
public record SignInSession(
        @Id String id,
        AccountId account,
        String clientAddress,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Device device) {

    /**
     * The browser as its owner knows it.
     *
     * @param id stays when the token is changed
     * @param secondFactor whether more than a password was asked for
     */
    public record Device(String id, String userAgent, boolean secondFactor) {}

    boolean open(Instant now, Duration idle) {
        return revokedAt == null && now.isBefore(expiresAt) && now.isBefore(seenAt.plus(idle));
    }

    String deviceId() {
        return device == null ? id : device.id();
    }

    /** Whether whoever signed in showed more than a password. */
    public boolean hasSecondFactor() {
        return device != null && device.secondFactor();
    }

    SignInSession seen(Instant now) {
        return new SignInSession(id, account, clientAddress, createdAt, now, expiresAt, revokedAt, device);
    }

    /** The same browser under another token; how long it stays signed in does not change. */
    SignInSession under(SessionToken token, boolean secondFactor) {
        String userAgent = device == null ? UserAgent.OTHER : device.userAgent();
        return new SignInSession(
                token.hash(),
                account,
                clientAddress,
                createdAt,
                seenAt,
                expiresAt,
                null,
                new Device(deviceId(), userAgent, secondFactor));
    }
}
