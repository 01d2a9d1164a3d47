package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.describe.Range;
import dev.parley.contracts.id.PackId;
import java.time.Instant;

/** What happens to a pack in an organization. */
@About(AggregateKind.PACK)
public sealed interface PackEvent extends DomainEvent {

    @EventType("pack.imported.v1")
    @Describe(
            value = "One version of a pack of questions and kits was taken in.",
            why = "Its questions and kits have events of their own; this one tells how the import ended.")
    record PackImported(
            @Describe("the pack; the same for all its versions")
            PackId packId,

            @Describe("the pack's name as people see it") String name,

            @Describe("semantic version of the edition that was taken in")
            String version,

            @Describe("questions that are in") @Range(min = 0)
            int questions,

            @Describe("kits that are in") @Range(min = 0) int kits,

            @Describe("rows that were refused; the import job names each") @Range(min = 0)
            int failed,

            Instant occurredAt)
            implements PackEvent {}
}
