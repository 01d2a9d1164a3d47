package dev.parley.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what follows {@code events dead-letters}: one word or two, and options in any order. */
final class LettersArguments {
    private final Deque<String> words = new ArrayDeque<>();
    private final Map<String, String> options = new TreeMap<>();

    private LettersArguments(Deque<String> rest) {
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (word.startsWith("--")) {
                options.put(word, Arguments.next(rest, word));
            } else {
                words.add(word);
            }
        }
    }

    static Command parse(Deque<String> rest) {
        var topic = rest.isEmpty() ? "" : rest.pop();
        if (!topic.equals("dead-letters")) {
            throw new UsageException("'events' takes dead-letters, not '%s'.".formatted(topic));
        }
        var arguments = new LettersArguments(rest);
        var command = arguments.command();
        if (!arguments.words.isEmpty()) {
            throw new UsageException("'events dead-letters' does not take '%s'.".formatted(arguments.words.peek()));
        }
        return command;
    }

    private Command command() {
        var what = words.isEmpty() ? "" : words.pop();
        return switch (what) {
            case "list" -> {
                only("--service", "--consumer", "--subject", "--topic");
                yield new Command.ListLetters(url(), filter());
            }
            case "show" -> {
                only();
                yield new Command.ShowLetter(url(), id(what));
            }
            case "replay" -> {
                only("--type", "--data");
                var file = options.get("--data");
                yield new Command.ReplayLetter(
                        url(), id(what), options.get("--type"), file == null ? null : Path.of(file));
            }
            case "discard" -> {
                only("--reason");
                yield new Command.DiscardLetter(url(), id(what), reason());
            }
            default ->
                throw new UsageException(
                        "'events dead-letters' takes list, show, replay or discard, not '%s'.".formatted(what));
        };
    }

    private void only(String... names) {
        var unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(Set.of(names));
        unknown.remove("--url");
        if (!unknown.isEmpty()) {
            throw new UsageException("'events dead-letters' does not take '%s' here.".formatted(unknown.first()));
        }
    }

    private Map<String, String> filter() {
        var filter = new TreeMap<String, String>();
        options.forEach((name, value) -> filter.put(name.substring(2), value));
        filter.remove("url");
        return Map.copyOf(filter);
    }

    private @Nullable URI url() {
        var text = options.get("--url");
        return text == null ? null : Arguments.address(text);
    }

    private String id(String what) {
        var id = words.isEmpty() ? "" : words.pop();
        if (Letters.serviceOf(id).isEmpty()) {
            throw new UsageException("'%s' takes an ID as 'list' shows it, not '%s'.".formatted(what, id));
        }
        return id;
    }

    private String reason() {
        var reason = options.getOrDefault("--reason", "");
        if (reason.isBlank()) {
            throw new UsageException("'discard' needs --reason TEXT: it is kept with the letter's end.");
        }
        return reason;
    }
}
