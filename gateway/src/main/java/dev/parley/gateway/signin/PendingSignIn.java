package dev.parley.gateway.signin;

import dev.parley.gateway.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser whose password was right and that still owes a code.
 *
 * @param id hash of the token in its cookie
 * @param passwordChangedAt as it was then; another password ends the sign-in
 * @param attempts codes tried
 */
@Document("pendingSignIns")
record PendingSignIn(
        @Id String id, AccountId account, @Nullable Instant passwordChangedAt, int attempts, Instant expiresAt) {}
