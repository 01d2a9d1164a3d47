package dev.parley.bench.events;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An aggregate of ordinary size that can be opened and closed for ever. */
record Opening(PositionId id, boolean open, String text) {

    /** What makes a document as large as a session with its plan. */
    static final String TEXT = "An anchored rubric, word for word. ".repeat(40);

    static final AggregateType<Opening> TYPE =
            AggregateType.publishing(AggregateKind.POSITION, "openings", Opening.class, Opening::evolve);

    static Change<Opening> open(String id, Instant at) {
        return Change.of(new PositionOpened(new PositionId(id), "UTC", at));
    }

    /** The other way round each time, so that every command has an event. */
    Change<Opening> turn(Instant at) {
        return open ? Change.of(new PositionClosed(id, at)) : Change.of(new PositionOpened(id, "UTC", at));
    }

    /** As a draft is saved: nobody is told. */
    static Change<Opening> turnQuietly() {
        return Change.privately(before -> new Opening(before.id, !before.open, before.text));
    }

    static Opening evolve(@Nullable Opening before, DomainEvent event) {
        return switch (event) {
            case PositionOpened opened -> new Opening(opened.positionId(), true, TEXT);
            case PositionClosed _ -> new Opening(Objects.requireNonNull(before).id, false, TEXT);
            default -> throw new IllegalStateException("no event of an opening");
        };
    }
}
