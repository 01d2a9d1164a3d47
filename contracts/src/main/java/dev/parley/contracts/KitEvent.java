package dev.parley.contracts;

import dev.parley.contracts.id.KitId;
import java.time.Instant;

/** What happens to a kit (interview template). */
public sealed interface KitEvent extends DomainEvent {

    KitId kitId();

    /** A version became public; the event carries it whole, so that sessions can be planned from it. */
    @EventType("kit.published.v1")
    record KitPublished(KitId kitId, int version, Plan plan, Instant occurredAt) implements KitEvent {}

    /** The kit is no longer offered for new sessions. */
    @EventType("kit.archived.v1")
    record KitArchived(KitId kitId, Instant occurredAt) implements KitEvent {}
}
