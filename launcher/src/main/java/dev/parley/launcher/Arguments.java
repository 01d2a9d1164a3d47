package dev.parley.launcher;

import dev.parley.launcher.services.Service;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the command line. */
final class Arguments {
    private static final int MOST_REPLICAS = 8;

    private Arguments() {}

    static Command parse(String... arguments) {
        var rest = new ArrayDeque<>(List.of(arguments));
        var name = rest.isEmpty() ? "help" : rest.pop();
        var command = switch (name) {
            case "up" -> up(rest);
            case "down" -> new Command.Down();
            case "status" -> new Command.Status();
            case "logs" -> logs(rest);
            case "smoke" -> new Command.Smoke(url(rest));
            case "events" -> LettersArguments.parse(rest);
            case "doctor" -> new Command.Doctor();
            case "help", "-h", "--help" -> new Command.Help();
            default -> throw new UsageException("There is no command '%s'.".formatted(name));
        };
        if (!rest.isEmpty()) {
            throw new UsageException("'%s' does not take '%s'.".formatted(name, rest.peek()));
        }
        return command;
    }

    private static Command up(Deque<String> rest) {
        boolean empty = false;
        var replicas = new EnumMap<Service, Integer>(Service.class);
        while (!rest.isEmpty()) {
            var option = rest.pop();
            switch (option) {
                case "--empty" -> empty = true;
                case "--replicas" -> replicas.putAll(replicas(next(rest, "--replicas")));
                default -> throw new UsageException("'up' does not take '%s'.".formatted(option));
            }
        }
        return new Command.Up(empty, Map.copyOf(replicas));
    }

    private static Map<Service, Integer> replicas(String text) {
        var parts = text.split("=", 2);
        var service = Service.named(parts[0])
                .filter(found -> found != Service.GATEWAY)
                .orElseThrow(() -> new UsageException(
                        "--replicas takes question, session, scoring or analytics, not '%s'.".formatted(parts[0])));
        if (parts.length < 2 || !parts[1].matches("[1-" + MOST_REPLICAS + "]")) {
            throw new UsageException(
                    "--replicas takes SERVICE=N with N from 1 to %d, not '%s'.".formatted(MOST_REPLICAS, text));
        }
        return Map.of(service, Integer.parseInt(parts[1]));
    }

    private static Command logs(Deque<String> rest) {
        boolean follow = rest.remove("-f");
        return new Command.Logs(next(rest, "logs"), follow);
    }

    private static @Nullable URI url(Deque<String> rest) {
        if (!rest.remove("--url")) {
            return null;
        }
        return address(next(rest, "--url"));
    }

    static URI address(String text) {
        try {
            var url = URI.create(text);
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // same sentence
        }
        throw new UsageException("--url takes an address like https://parley.example.org, not '%s'.".formatted(text));
    }

    static String next(Deque<String> rest, String before) {
        if (rest.isEmpty()) {
            throw new UsageException("'%s' needs a value after it.".formatted(before));
        }
        return rest.pop();
    }
}
