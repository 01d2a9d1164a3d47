package dev.parley.session.sessions;

import dev.parley.contracts.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An interview of the past, from all of its commands at once. */
record PastSession(Session state, List<DomainEvent> events) {

    static PastSession of(List<SessionCommand> steps) {
        List<DomainEvent> events = new ArrayList<>();
        @Nullable Session state = null;
        for (SessionCommand step : steps) {
            for (DomainEvent event : Session.decide(state, step).events()) {
                events.add(event);
                state = Session.evolve(state, event);
            }
        }
        return new PastSession(Objects.requireNonNull(state, "the first step schedules"), events);
    }
}
