package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.describe.Range;
import dev.parley.contracts.id.KitId;
import java.time.Instant;

/** What happens to a kit (interview template). */
@About(AggregateKind.KIT)
public sealed interface KitEvent extends DomainEvent {

    @Describe("the kit")
    KitId kitId();

    @EventType("kit.published.v1")
    @Describe(
            value = "A version of the kit became public and will never change again.",
            why = "It carries the version whole, so that interviews can be planned from it without asking back.")
    record KitPublished(
            KitId kitId,

            @Describe("which version of the kit, counted from 1") @Range(min = 1)
            int version,

            Plan plan,
            Instant occurredAt)
            implements KitEvent {}

    @EventType("kit.archived.v1")
    @Describe(
            value = "The kit is no longer offered for new interviews.",
            why = "Interviews that were planned with it keep their version.")
    record KitArchived(KitId kitId, Instant occurredAt) implements KitEvent {}
}
