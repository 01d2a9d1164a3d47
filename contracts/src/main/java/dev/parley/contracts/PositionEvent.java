package dev.parley.contracts;

import dev.parley.contracts.id.PositionId;
import java.time.Instant;

/** What happens to a position. */
public sealed interface PositionEvent extends DomainEvent {

    PositionId positionId();

    /** The position takes applications; its days are counted in the given zone. */
    @EventType("position.opened.v1")
    record PositionOpened(PositionId positionId, String timeZone, Instant occurredAt) implements PositionEvent {}

    /** The position takes no more applications. */
    @EventType("position.closed.v1")
    record PositionClosed(PositionId positionId, Instant occurredAt) implements PositionEvent {}
}
