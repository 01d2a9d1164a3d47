package dev.parley.checker;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The event a command stands for: the checker's own table of the public API.
 *
 * @param path the group is the id of the subject; without one the answer tells it
 */
record Promise(String method, Pattern path, String kind, String type) {
    private static final String ID = "([0-9a-f-]{36})";

    private static final List<Promise> ALL = List.of(
            post("/candidates", "candidate", "candidate.registered"),
            new Promise("PUT", path("/candidates/" + ID), "candidate", "candidate.updated"),
            post("/positions", "position", "position.opened"),
            post("/positions/" + ID + "/closure", "position", "position.closed"),
            post("/applications", "application", "application.opened"),
            post("/applications/" + ID + "/stage", "application", "application.moved"),
            post("/applications/" + ID + "/outcome", "application", "application.closed"),
            post("/sessions", "session", "session.scheduled"),
            post("/sessions/" + ID + "/reschedule", "session", "session.rescheduled"),
            post("/sessions/" + ID + "/start", "session", "session.started"),
            post("/sessions/" + ID + "/pause", "session", "session.paused"),
            post("/sessions/" + ID + "/resume", "session", "session.resumed"),
            post("/sessions/" + ID + "/complete", "session", "session.completed"),
            post("/sessions/" + ID + "/cancel", "session", "session.cancelled"),
            post("/sessions/" + ID + "/no-show", "session", "session.no-show"),
            post("/scorecards/" + ID + "/submission", "evaluation", "scorecard.submitted"),
            post("/evaluations/" + ID + "/excusals", "evaluation", "evaluation.excused"),
            post("/evaluations/" + ID + "/decisions", "evaluation", "decision.recorded"),
            post("/users", "user", "user.added"));

    private static Promise post(String path, String kind, String type) {
        return new Promise("POST", path(path), kind, type);
    }

    private static Pattern path(String path) {
        return Pattern.compile("/api/v1" + path);
    }

    /** Empty for commands that make no event. */
    static Optional<Promise> of(Command command) {
        return ALL.stream()
                .filter(promise -> promise.method.equals(command.method())
                        && promise.path.matcher(command.path()).matches())
                .findFirst();
    }

    /** The subject of the event; empty when only an acknowledgement could tell. */
    Optional<String> subject(Command command) {
        Matcher matcher = path.matcher(command.path());
        if (matcher.matches() && matcher.groupCount() == 1) {
            return Optional.of(kind + "/" + matcher.group(1));
        }
        return command.acknowledgement().map(attempt -> kind + "/" + attempt.id());
    }
}
