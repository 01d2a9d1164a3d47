package dev.parley.platform.aggregate;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a command but its content.
 *
 * @param expectedVersion from {@code If-Match}
 */
public record CommandContext(
        Caller caller,
        String correlationId,
        IdempotencyKey idempotencyKey,
        @Nullable Long expectedVersion,
        Instant now) {

    public OrganizationId organization() {
        return caller.organization();
    }

    public Origin origin() {
        return new Origin(organization(), caller.actor(), correlationId, null, false, now);
    }

    /**
     * For commands that must name the version they were made for.
     *
     * @throws DomainException.VersionRequired without {@code If-Match}
     */
    public CommandContext versioned() {
        if (expectedVersion == null) {
            throw new DomainException.VersionRequired();
        }
        return this;
    }

    /** For commands that merge: whatever version they find is right. */
    public CommandContext merging() {
        return new CommandContext(caller, correlationId, idempotencyKey, null, now);
    }

    /** For one request that becomes several commands: a key of its own for each. */
    public CommandContext part(String name) {
        var key = new IdempotencyKey(idempotencyKey.scope() + "/" + name, idempotencyKey.fingerprint());
        return new CommandContext(caller, correlationId, key, expectedVersion, now);
    }
}
