package dev.parley.contracts;

import dev.parley.contracts.id.PackId;
import java.time.Instant;

/** What happens to a pack in an organization. */
public sealed interface PackEvent extends DomainEvent {

    /** One version of a pack was taken in; its questions and kits have events of their own. */
    @EventType("pack.imported.v1")
    record PackImported(
            PackId packId, String name, String version, int questions, int kits, int failed, Instant occurredAt)
            implements PackEvent {}
}
