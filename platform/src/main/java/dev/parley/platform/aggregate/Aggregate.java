package dev.parley.platform.aggregate;

import dev.parley.contracts.id.OrganizationId;
import java.time.Instant;

/**
 * An aggregate as read.
 *
 * @param version counts writes; the {@code ETag}
 * @param sequence of the last event
 */
public record Aggregate<S>(
        String id, OrganizationId organizationId, long version, long sequence, Instant createdAt, S state) {}
