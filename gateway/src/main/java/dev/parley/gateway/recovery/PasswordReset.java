package dev.parley.gateway.recovery;

import dev.parley.gateway.accounts.AccountId;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One link that sets a password.
 *
 * @param id hash of what the link carries
 */
@Document("passwordResets")
record PasswordReset(@Id String id, AccountId account, Instant expiresAt) {}
