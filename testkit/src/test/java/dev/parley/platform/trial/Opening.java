package dev.parley.platform.trial;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A publishing aggregate: opened, closed and opened again as often as a test likes, with remarks no event tells. */
public record Opening(PositionId id, String timeZone, boolean open, List<String> remarks) {

    public static final AggregateType<Opening> TYPE =
            AggregateType.publishing(AggregateKind.POSITION, "openings", Opening.class, Opening::evolve);

    public static Change<Opening> open(String id, String timeZone, Instant at) {
        return Change.of(new PositionOpened(new PositionId(id), timeZone, at));
    }

    /** The other way round each time, so that every command has an event. */
    public Change<Opening> turn(Instant at) {
        return open ? Change.of(new PositionClosed(id, at)) : Change.of(new PositionOpened(id, timeZone, at));
    }

    public Change<Opening> close(Instant at) {
        if (!open) {
            throw new DomainException.Conflict("It is closed already.");
        }
        return turn(at);
    }

    public Change<Opening> remark(String text) {
        return Change.privately(before -> new Opening(
                before.id,
                before.timeZone,
                before.open,
                Stream.concat(before.remarks.stream(), Stream.of(text)).toList()));
    }

    static Opening evolve(@Nullable Opening before, DomainEvent event) {
        return switch (event) {
            case PositionOpened opened ->
                new Opening(opened.positionId(), opened.timeZone(), true, before == null ? List.of() : before.remarks);
            case PositionClosed _ -> {
                Opening opening = Objects.requireNonNull(before);
                yield new Opening(opening.id, opening.timeZone, false, opening.remarks);
            }
            default -> throw new IllegalStateException("no event of an opening");
        };
    }
}
