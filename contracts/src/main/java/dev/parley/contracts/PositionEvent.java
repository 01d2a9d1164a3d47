package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;
import dev.parley.contracts.id.PositionId;
import java.time.Instant;

/** What happens to a position. */
@About(AggregateKind.POSITION)
public sealed interface PositionEvent extends DomainEvent {

    @Describe("the position")
    PositionId positionId();

    @EventType("position.opened.v1")
    @Describe(
            value = "The organization opened a position; it takes applications from now on.",
            why = "To offer it elsewhere, or to link it with a vacancy of yours.")
    record PositionOpened(
            PositionId positionId,

            @Describe("IANA zone in which the position's days are counted")
            String timeZone,

            Instant occurredAt)
            implements PositionEvent {}

    @EventType("position.closed.v1")
    @Describe(
            value = "The position takes no more applications.",
            why = "Applications that are open go on; only new ones are refused.")
    record PositionClosed(PositionId positionId, Instant occurredAt) implements PositionEvent {}
}
