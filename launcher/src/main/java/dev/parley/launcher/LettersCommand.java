package dev.parley.launcher;

import dev.parley.launcher.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at dead letters, replays and discards them. */
final class LettersCommand {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Letters letters;
    private final Terminal terminal;

    LettersCommand(Letters letters, Terminal terminal) {
        this.letters = letters;
        this.terminal = terminal;
    }

    int run(Command.OnLetters command) throws IOException {
        return switch (command) {
            case Command.ListLetters list -> list(list.filter());
            case Command.ShowLetter show -> show(show.id());
            case Command.ReplayLetter replay -> replay(replay);
            case Command.DiscardLetter discard -> discard(discard.id(), discard.reason());
        };
    }

    private int list(Map<String, String> wanted) {
        var filter = new TreeMap<>(wanted);
        var service = filter.remove("service");
        if (service != null && !Letters.SERVICES.contains(service)) {
            throw new UsageException(
                    "--service takes one of %s, not '%s'.".formatted(String.join(", ", Letters.SERVICES), service));
        }
        var found = (service == null ? Letters.SERVICES : List.of(service))
                .stream().flatMap(one -> letters.list(one, filter).stream()).toList();
        if (found.isEmpty()) {
            terminal.say("No dead letters wait.");
            return 0;
        }
        var table = new Table().row("ID", "SUBJECT", "EVENT", "TYPE", "SINCE", "CAUSE");
        found.forEach(letter -> table.row(
                text(letter, "id"),
                text(letter, "subject"),
                text(letter, "sequence").replaceFirst("^0+(?=.)", ""),
                text(letter, "type"),
                text(letter, "at"),
                text(letter, "cause")));
        table.lines().forEach(terminal::say);
        return 0;
    }

    private int show(String id) {
        JsonNode shown = letters.show(id);
        var table = new Table();
        shown.path("letter")
                .properties()
                .forEach(field -> table.row(
                        field.getKey(),
                        field.getValue().asString(field.getValue().toString())));
        table.row("key", text(shown, "key"));
        table.lines().forEach(terminal::say);
        content("content", shown.path("content"));
        if (shown.has("original")) {
            content(
                    "as it came, before %s repaired it".formatted(text(shown.path("repaired"), "by")),
                    shown.path("original"));
        }
        return 0;
    }

    private void content(String title, JsonNode content) {
        terminal.say("");
        terminal.say(title);
        var table = new Table();
        content.path("headers")
                .properties()
                .forEach(header ->
                        table.row("  " + header.getKey(), header.getValue().asString()));
        table.lines().forEach(terminal::say);
        terminal.say("  " + text(content, "data"));
    }

    private int replay(Command.ReplayLetter replay) throws IOException {
        if (replay.type() == null && replay.data() == null) {
            return drain(replay.id(), letters.act(replay.id(), "replay", Letters.nothing()));
        }
        var content = JSON.createObjectNode();
        if (replay.type() != null) {
            content.put("type", replay.type());
        }
        if (replay.data() != null) {
            content.set("data", data(replay.data()));
        }
        return drain(replay.id(), letters.act(replay.id(), "repair", content));
    }

    private int discard(String id, String reason) {
        return drain(id, letters.act(id, "discard", JSON.createObjectNode().put("reason", reason)));
    }

    /** A service drains some at a time; what is left without a fault is asked for again. */
    private int drain(String id, JsonNode first) {
        int settled = first.path("settled").asInt();
        JsonNode last = first;
        while (last.path("waiting").asInt() > 0
                && !last.has("stopped")
                && last.path("settled").asInt() > 0) {
            last = letters.act(id, "replay", Letters.nothing());
            settled += last.path("settled").asInt();
        }
        int waiting = last.path("waiting").asInt();
        terminal.say("%s done, %s of the subject %s."
                .formatted(
                        letters(settled), waiting == 0 ? "none" : letters(waiting), waiting == 1 ? "waits" : "wait"));
        if (last.has("stopped")) {
            terminal.complain("Stopped at %s: %s."
                    .formatted(text(last.path("stopped"), "id"), text(last.path("stopped"), "cause")));
        }
        return waiting == 0 ? 0 : 1;
    }

    private static String letters(int number) {
        return number == 1 ? "1 letter" : number + " letters";
    }

    private static JsonNode data(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new LaunchException("There is no file %s to read the data from.".formatted(file));
        }
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new LaunchException("%s holds no JSON.".formatted(file), e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("-");
    }
}
