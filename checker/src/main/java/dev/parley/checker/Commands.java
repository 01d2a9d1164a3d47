package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;
import static dev.parley.checker.Invariant.I2;

import dev.parley.checker.Command.Attempt;
import dev.parley.checker.Command.Fate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Commands against the topics: what was promised is there once, what was refused is not there (I1, I2). */
final class Commands {
    private final List<Command> commands;
    private final History history;
    private final Findings findings;

    Commands(List<Command> commands, History history, Findings findings) {
        this.commands = commands;
        this.history = history;
        this.findings = findings;
    }

    void check() {
        commands.forEach(this::check);
        Map<String, Command> senders = new HashMap<>();
        commands.forEach(command -> senders.put(command.correlation(), command));
        history.events()
                .filter(event -> event.causation() == null)
                .forEach(event -> findings.require(
                        I2,
                        "events of commands",
                        senders.containsKey(event.correlation()),
                        event.subject(),
                        "a command that was sent as the cause of " + event,
                        "correlation " + event.correlation() + ", which nobody sent"));
    }

    private void check(Command command) {
        List<Event> done = history.doneBy(command.correlation());
        if (command.fate() == Fate.REFUSED) {
            findings.require(
                    I2, "refused commands", done.isEmpty(), command.name(), "no effect of a refused command", done);
        }
        sameAnswers(command);
        Promise.of(command).ifPresent(promise -> kept(command, promise, done));
    }

    private void kept(Command command, Promise promise, List<Event> done) {
        List<Event> kept =
                done.stream().filter(event -> event.is(promise.type())).toList();
        if (command.isAcknowledged()) {
            String subject = promise.subject(command).orElse("");
            boolean there = kept.stream().anyMatch(event -> event.subject().equals(subject));
            findings.require(
                    I1, "acknowledged commands", there, subject, promise.type() + " of " + command.name(), done);
        }
        if (command.fate() == Fate.UNKNOWN) {
            findings.checked(I2, "commands without an answer");
        }
        findings.require(
                I2,
                "commands done at most once",
                kept.size() <= 1,
                command.name(),
                "at most one " + promise.type(),
                kept);
    }

    private void sameAnswers(Command command) {
        List<Attempt> answers = command.attempts().stream()
                .filter(attempt -> attempt.fate() == Fate.ACKNOWLEDGED)
                .distinct()
                .toList();
        if (command.attempts().size() > 1 && !answers.isEmpty()) {
            findings.require(
                    I2, "repeated commands", answers.size() == 1, command.name(), "the same answer each time", answers);
        }
    }
}
