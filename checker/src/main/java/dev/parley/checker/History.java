package dev.parley.checker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the topics tell: of each subject the first occurrence of each event, in the order of the log. */
final class History {
    private final Map<String, List<Event>> subjects = new LinkedHashMap<>();
    private final Map<String, Event> byId = new HashMap<>();
    private final Map<String, List<Event>> byCorrelation = new HashMap<>();
    private final Map<String, List<Event>> byCause = new HashMap<>();

    private History() {}

    /** Takes records in the order of their partitions, and notes what cannot be true of them (I3). */
    static History of(Collection<Event> log, Findings findings) {
        var history = new History();
        log.forEach(event -> history.take(event, findings));
        return history;
    }

    private void take(Event event, Findings findings) {
        List<Event> before = subjects.computeIfAbsent(event.subject(), _ -> new ArrayList<>());
        long last = before.isEmpty() ? 0 : before.getLast().sequence();
        if (event.sequence() <= last) {
            before.stream()
                    .filter(first -> first.sequence() == event.sequence())
                    .findFirst()
                    .ifPresent(first -> repeated(first, event, findings));
            return;
        }
        findings.require(
                Invariant.I3,
                "first occurrences",
                event.sequence() == last + 1,
                event.subject(),
                "no. " + (last + 1) + " to come next",
                event);
        before.add(event);
        index(event);
    }

    private static void repeated(Event first, Event repeat, Findings findings) {
        findings.require(
                Invariant.I3,
                "stale repeats",
                first.id().equals(repeat.id()) && first.digest().equals(repeat.digest()),
                repeat.subject(),
                "a repeat of " + first,
                repeat);
    }

    private void index(Event event) {
        byId.put(event.id(), event);
        if (event.causation() == null) {
            byCorrelation
                    .computeIfAbsent(event.correlation(), _ -> new ArrayList<>())
                    .add(event);
        } else {
            byCause.computeIfAbsent(event.causation(), _ -> new ArrayList<>()).add(event);
        }
    }

    /** The part of it that is one organization's. */
    History within(String organization) {
        var part = new History();
        events().filter(event -> event.organization().equals(organization)).forEach(event -> {
            part.subjects
                    .computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                    .add(event);
            part.index(event);
        });
        return part;
    }

    /** All first occurrences. */
    Stream<Event> events() {
        return subjects.values().stream().flatMap(List::stream);
    }

    Stream<Event> events(String type) {
        return events().filter(event -> event.is(type));
    }

    Map<String, List<Event>> subjects() {
        return subjects;
    }

    List<Event> of(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    boolean has(String eventId) {
        return byId.containsKey(eventId);
    }

    /** What commands with this correlation did themselves. */
    List<Event> doneBy(String correlation) {
        return Objects.requireNonNullElse(byCorrelation.get(correlation), List.of());
    }

    /** What was done in answer to an event. */
    List<Event> answersTo(Event cause) {
        return Objects.requireNonNullElse(byCause.get(cause.id()), List.of());
    }
}
