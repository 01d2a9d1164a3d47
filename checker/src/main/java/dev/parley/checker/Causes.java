package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;
import static dev.parley.checker.Invariant.I2;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Events against the events that caused them: each cause has its effect (I1), and has it once (I2). */
final class Causes {
    /** What one service does when another tells it something. */
    private record Reaction(String cause, String effect) {}

    private static final List<Reaction> REACTIONS = List.of(
            new Reaction("session.scheduled", "evaluation.opened"),
            new Reaction("session.scheduled", "application.moved"),
            new Reaction("session.completed", "evaluation.frozen"),
            new Reaction("decision.recorded", "session.decided"));

    private final History history;
    private final Findings findings;

    Causes(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    void check() {
        history.events().forEach(this::once);
        REACTIONS.forEach(reaction -> history.events(reaction.cause()).forEach(cause -> answered(cause, reaction)));
        history.events()
                .filter(event -> event.causation() != null)
                .forEach(event -> findings.require(
                        I2,
                        "events of events",
                        history.has(String.valueOf(event.causation())),
                        event.subject(),
                        "the cause of " + event + " on a topic",
                        "no event " + event.causation()));
    }

    private void answered(Event cause, Reaction reaction) {
        boolean there = history.answersTo(cause).stream().anyMatch(event -> event.is(reaction.effect()));
        findings.require(I1, "reactions", there, cause.subject(), reaction.effect() + " because of " + cause, "none");
    }

    private void once(Event cause) {
        Map<String, List<Event>> effects = history.answersTo(cause).stream()
                .collect(Collectors.groupingBy(event -> event.type() + " of " + event.subject()));
        effects.forEach((what, found) -> findings.require(
                I2,
                "effects of events",
                found.size() == 1,
                found.getFirst().subject(),
                what + " once because of " + cause,
                found));
    }
}
