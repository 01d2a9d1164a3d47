package dev.parley.checker;

import dev.parley.checker.Command.Attempt;
import dev.parley.checker.Command.Fate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a client's log: a line before each request and one after. {@code sent} has key, attempt, correlation, method,
 * path, ifMatch and body; {@code acknowledged}, {@code refused} and {@code unanswered} have key, attempt, status, id and
 * version. A request without a second line got no answer.
 */
final class ClientLog {
    private final Map<String, JsonNode> sent = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Attempt>> attempts = new LinkedHashMap<>();

    private ClientLog() {}

    static List<Command> read(Stream<String> lines) {
        var log = new ClientLog();
        lines.filter(line -> !line.isBlank())
                .map(line -> JsonMapper.shared().readTree(line))
                .forEach(log::take);
        return log.commands();
    }

    private void take(JsonNode line) {
        String key = line.path("key").asString();
        Attempt attempt = switch (line.path("what").asString()) {
            case "acknowledged" -> answered(Fate.ACKNOWLEDGED, line);
            case "refused" -> answered(Fate.REFUSED, line);
            case "unanswered" -> answered(Fate.UNKNOWN, line);
            default -> Attempt.OPEN;
        };
        if (attempt == Attempt.OPEN) {
            sent.putIfAbsent(key, line);
        }
        attempts.computeIfAbsent(key, _ -> new LinkedHashMap<>())
                .put(line.path("attempt").asInt(), attempt);
    }

    private static Attempt answered(Fate fate, JsonNode line) {
        return new Attempt(
                fate,
                line.path("status").asInt(),
                line.path("id").asString(""),
                line.path("version").asLong());
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        sent.forEach((key, line) -> commands.add(new Command(
                key,
                line.path("correlation").asString(key),
                line.path("method").asString(),
                line.path("path").asString(),
                version(line.path("ifMatch").asString("")),
                line.path("body"),
                List.copyOf(Objects.requireNonNull(attempts.get(key)).values()))));
        return commands;
    }

    private static @Nullable Long version(String etag) {
        String digits = etag.replace("\"", "");
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }
}
