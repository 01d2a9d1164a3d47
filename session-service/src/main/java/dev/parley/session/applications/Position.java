package dev.parley.session.applications;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A vacancy that candidates apply for. */
public record Position(String title, String timeZone, Status status) {

    /** Whether it takes applications. */
    public enum Status {
        OPEN,
        CLOSED
    }

    /** What can be asked of a position. */
    public sealed interface Command {
        record Open(PositionId positionId, String title, String timeZone, Instant at) implements Command {}

        record Close(PositionId positionId, Instant at) implements Command {}
    }

    public static final AggregateType<Position> TYPE =
            AggregateType.publishing(AggregateKind.POSITION, "positions", Position.class, Position::evolve);

    public static Change<Position> decide(@Nullable Position state, Command command) {
        return switch (command) {
            case Command.Open open -> {
                if (state != null) {
                    throw new DomainException.Conflict("This position exists already.");
                }
                yield Change.<Position>of(new PositionOpened(open.positionId(), open.timeZone(), open.at()))
                        .and(opened -> new Position(open.title(), opened.timeZone(), opened.status()));
            }
            case Command.Close close -> {
                if (state == null) {
                    throw new DomainException.NotFound(
                            "position", close.positionId().value());
                }
                if (state.status() == Status.CLOSED) {
                    throw new DomainException.Conflict("The position is CLOSED already.");
                }
                yield Change.of(new PositionClosed(close.positionId(), close.at()));
            }
        };
    }

    static Position evolve(@Nullable Position state, DomainEvent event) {
        return switch (event) {
            case PositionOpened opened -> new Position("", opened.timeZone(), Status.OPEN);
            case PositionClosed _ when state != null -> new Position(state.title(), state.timeZone(), Status.CLOSED);
            default -> throw new IllegalStateException("no event of a position: " + event.getClass());
        };
    }
}
