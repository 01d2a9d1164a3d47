package dev.parley.contracts;

import dev.parley.contracts.id.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an event but its data: the CloudEvents context attributes.
 *
 * @param id unique per event, lower-case UUID
 * @param type wire name with version
 * @param sequence 1 for a subject's first event, then without gaps
 * @param actor {@code user/<id>}, {@code api-key/<id>} or {@code system}
 * @param correlationId one per command, kept through everything it causes
 * @param causationId id of the event that caused this one, if one did
 * @param imported whether it tells of the past, brought in later
 * @param time when it was recorded
 * @param key the Kafka record key
 */
public record EventMetadata(
        String id,
        String type,
        Subject subject,
        long sequence,
        OrganizationId organizationId,
        String actor,
        String correlationId,
        @Nullable String causationId,
        boolean imported,
        Instant time,
        String key) {}
