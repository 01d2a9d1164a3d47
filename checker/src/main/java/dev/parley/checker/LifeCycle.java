package dev.parley.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which event may follow which: the checker's own table. */
final class LifeCycle {
    private static final String START = "";

    private static final Map<String, LifeCycle> ALL = Map.of(
            "session",
            new LifeCycle("""
                    session.scheduled: > SCHEDULED
                    session.rescheduled: SCHEDULED > SCHEDULED
                    session.started: SCHEDULED > IN_PROGRESS
                    session.paused: IN_PROGRESS > PAUSED
                    session.resumed: PAUSED > IN_PROGRESS
                    session.completed: IN_PROGRESS PAUSED > COMPLETED
                    session.cancelled: SCHEDULED IN_PROGRESS PAUSED > CANCELLED
                    session.no-show: SCHEDULED > NO_SHOW
                    session.decided: COMPLETED DECIDED > DECIDED
                    """),
            "evaluation",
            new LifeCycle("""
                    evaluation.opened: > OPEN
                    scorecard.submitted: OPEN > OPEN
                    evaluation.excused: OPEN > OPEN
                    evaluation.frozen: OPEN > FROZEN
                    scorecard.submitted: FROZEN > FROZEN
                    evaluation.excused: FROZEN > FROZEN
                    evaluation.revealed: FROZEN > REVEALED
                    decision.recorded: REVEALED DECIDED > DECIDED
                    """),
            "application",
            new LifeCycle("""
                    application.opened: > OPEN
                    application.moved: OPEN > OPEN
                    application.closed: OPEN > CLOSED
                    """),
            "candidate",
            new LifeCycle("""
                    candidate.registered: > KNOWN
                    candidate.updated: KNOWN > KNOWN
                    """),
            "position",
            new LifeCycle("""
                    position.opened: > OPEN
                    position.closed: OPEN > CLOSED
                    """));

    private final Map<String, String> next = new HashMap<>();

    private LifeCycle(String table) {
        table.lines().forEach(line -> {
            String[] parts = line.split("[:>]");
            for (String before : parts[1].strip().split(" ")) {
                next.put(before + "+" + parts[0], parts[2].strip());
            }
        });
    }

    /** Empty for kinds the checker has no table of. */
    static Optional<LifeCycle> of(String kind) {
        return Optional.ofNullable(ALL.get(kind));
    }

    /** The state the events lead to; stays where it was at an event that must not come there. */
    String state(List<Event> events) {
        String state = START;
        for (Event event : events) {
            state = next.getOrDefault(state + "+" + event.type(), state);
        }
        return state;
    }

    /** Notes each transition that must not be (I3). */
    void check(List<Event> events, Findings findings) {
        String state = START;
        for (Event event : events) {
            String after = next.get(state + "+" + event.type());
            findings.require(
                    Invariant.I3,
                    "transitions",
                    after != null,
                    event.subject(),
                    "an event that may follow in state " + (state.isEmpty() ? "NONE" : state),
                    event);
            state = after == null ? state : after;
        }
    }
}
