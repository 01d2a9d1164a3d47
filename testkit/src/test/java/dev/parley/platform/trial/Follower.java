package dev.parley.platform.trial;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.PositionEvent;
import dev.parley.contracts.UnknownEvent;
import dev.parley.platform.aggregate.AggregateType;
import dev.parley.platform.aggregate.Change;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A silent aggregate: what the listener saw of one position, in the order of its effects. */
public record Follower(List<String> effects) {

    public static final AggregateType<Follower> TYPE = AggregateType.silent("followers", Follower.class);

    /** An event of an unknown type only counts. */
    public static Change<Follower> after(Envelope event) {
        if (event.event() instanceof UnknownEvent) {
            return Change.of();
        }
        return Change.privately(before -> new Follower(
                Stream.concat(effects(before), Stream.of(effect(event))).toList()));
    }

    private static Stream<String> effects(@Nullable Follower before) {
        return before == null ? Stream.empty() : before.effects.stream();
    }

    private static String effect(Envelope event) {
        String what = switch (event.event()) {
            case PositionEvent.PositionOpened _ -> "opened";
            case PositionEvent.PositionClosed _ -> "closed";
            default -> "other";
        };
        return event.sequence() + " " + what;
    }
}
