package dev.parley.testkit;

import dev.parley.contracts.EventTypes;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answer to every command in every state of one aggregate. {@link #matches} compares it, cell by cell, with the
 * approved table in {@code docs/states}; {@code -Dparley.approve=true} writes that file anew for review.
 *
 * @param <S> state
 * @param <C> command
 */
public final class StateTable<S, C> {

    private final String aggregate;
    private final BiFunction<@Nullable S, C, Change<S>> decide;
    private final Map<String, @Nullable S> states = new LinkedHashMap<>();
    private final Map<String, C> commands = new LinkedHashMap<>();

    private StateTable(String aggregate, BiFunction<@Nullable S, C, Change<S>> decide) {
        this.aggregate = aggregate;
        this.decide = decide;
    }

    public static <S, C> StateTable<S, C> of(String aggregate, BiFunction<@Nullable S, C, Change<S>> decide) {
        return new StateTable<>(aggregate, decide);
    }

    public StateTable<S, C> state(String name, @Nullable S state) {
        states.put(name, state);
        return this;
    }

    public StateTable<S, C> command(String name, C command) {
        commands.put(name, command);
        return this;
    }

    /** Asserts that the approved table says the same in every cell. */
    public void matches() {
        ApprovedFile.matches("docs/states/" + aggregate + ".md", render());
    }

    String render() {
        StringBuilder text = new StringBuilder("# " + aggregate + ": state × command → answer\n\n");
        text.append("Written by a test from the running rules; the same test compares every cell.\n\n");
        text.append("| command | ").append(String.join(" | ", states.keySet())).append(" |\n");
        text.append("|---").repeat("|---", states.size()).append("|\n");
        commands.forEach((name, command) -> text.append("| ")
                .append(name)
                .append(" | ")
                .append(states.values().stream()
                        .map(state -> cell(state, command))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return text.toString();
    }

    private String cell(@Nullable S state, C command) {
        try {
            Change<S> change = Objects.requireNonNull(decide.apply(state, command));
            return change.events().isEmpty()
                    ? "accepted, no event"
                    : change.events().stream().map(EventTypes::nameOf).collect(Collectors.joining(", "));
        } catch (DomainException refusal) {
            return refusal.answer().status() + " " + refusal.getMessage();
        }
    }
}
