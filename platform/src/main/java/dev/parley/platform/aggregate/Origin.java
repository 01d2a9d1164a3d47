package dev.parley.platform.aggregate;

import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.id.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a change comes from: goes into its events' attributes. */
public record Origin(
        OrganizationId organizationId,
        String actor,
        String correlationId,
        @Nullable String causationId,
        boolean imported,
        Instant now) {

    /** A reaction to an event: the platform itself acts, for the event's organization. */
    public static Origin reactingTo(EventMetadata cause, Instant now) {
        return new Origin(cause.organizationId(), "system", cause.correlationId(), cause.id(), cause.imported(), now);
    }

    /** The same, as history brought in later. */
    public Origin asImport() {
        return new Origin(organizationId, actor, correlationId, causationId, true, now);
    }
}
