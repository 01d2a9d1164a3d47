package dev.parley.checker;

import dev.parley.checker.Command.Attempt;
import dev.parley.checker.Command.Fate;
import dev.parley.checker.Event.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small run made by hand: what clients sent, and what is on the topics. */
final class Story {
    static final String ID = "11111111-1111-4111-8111-111111111111";
    static final String SESSION = "session/" + ID;
    static final String EVALUATION = "evaluation/" + ID;

    private final List<Command> commands = new ArrayList<>();
    private final List<Event> log = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    final Findings findings = new Findings();

    Story acknowledged(String key, String path, String id, long version) {
        return sent(key, "POST", path, null, "{}", new Attempt(Fate.ACKNOWLEDGED, 200, id, version));
    }

    Story conditional(String key, String path, long ifMatch, long version) {
        return sent(key, "POST", path, ifMatch, "{}", new Attempt(Fate.ACKNOWLEDGED, 200, ID, version));
    }

    Story refused(String key, String path) {
        return sent(key, "POST", path, null, "{}", new Attempt(Fate.REFUSED, 409, "", 0));
    }

    Story unanswered(String key, String path) {
        return sent(key, "POST", path, null, "{}", Attempt.OPEN);
    }

    Story rated(String key, String item, String body) {
        return sent(
                key,
                "PUT",
                "/api/v1/scorecards/" + ID + "/ratings/" + item,
                null,
                body,
                new Attempt(Fate.ACKNOWLEDGED, 200, ID, 1));
    }

    private Story sent(
            String key, String method, String path, @Nullable Long ifMatch, String body, Attempt... attempts) {
        commands.add(new Command(key, key, method, path, ifMatch, json(body), List.of(attempts)));
        return this;
    }

    /** The next event of the subject, by a command. */
    Story event(String subject, String type, String correlation) {
        return event(subject, type, correlation, null, "{}");
    }

    Story event(String subject, String type, String correlation, @Nullable String cause, String data) {
        long sequence = sequences.merge(subject, 1L, Long::sum);
        return event(subject, sequence, subject + "#" + sequence, type, correlation, cause, data);
    }

    Story event(
            String subject,
            long sequence,
            String id,
            String type,
            String correlation,
            @Nullable String cause,
            String data) {
        var place = new Place("session-events", 0, log.size());
        log.add(new Event(place, id, type, subject, sequence, "org", correlation, cause, data, json(data)));
        return this;
    }

    /** The record at this offset once more, byte for byte. */
    Story repeated(int offset) {
        Event old = log.get(offset);
        return event(
                old.subject(), old.sequence(), old.id(), old.type(), old.correlation(), old.causation(), old.digest());
    }

    List<Command> commands() {
        return commands;
    }

    History history() {
        return History.of(log, findings);
    }

    /** The invariants found violated, in order and without repeats. */
    List<Invariant> violated() {
        return findings.violations().stream()
                .map(Violation::invariant)
                .distinct()
                .sorted()
                .toList();
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
