package dev.parley.checker;

import static dev.parley.checker.Invariant.I4;

import dev.parley.checker.Event.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A look at what still waits (I4).
 *
 * @param lag records not taken yet, by consumer group
 * @param meters by instance
 */
record Rest(Map<String, Integer> lag, Map<String, Meters> meters) {
    /** Who reads which topic, once per consumer: each of them sets a broken record aside. Analytics counts, and has a feed. */
    private static final Map<String, List<String>> READERS = Map.of(
            "session-events", List.of("session", "scoring", "analytics", "analytics"),
            "scoring-events", List.of("session", "analytics", "analytics"),
            "question-events", List.of("session", "analytics"),
            "identity-events", List.of("session", "analytics"));

    private static final List<String> OUTBOX = List.of("parley_outbox_pending", "parley_outbox_oldest_age_seconds");
    private static final String LETTERS = "parley_deadletters_waiting";

    /** What is not at rest; empty when all is. */
    List<Violation> judge(Collection<Place> poison) {
        List<Violation> waiting = new ArrayList<>();
        if (lag.isEmpty()) {
            waiting.add(new Violation(I4, "consumer groups", "some", "none"));
        }
        lag.forEach((group, records) -> {
            if (records > 0) {
                waiting.add(new Violation(I4, "consumer group " + group, "no lag", records + " records"));
            }
        });
        meters.forEach((instance, metrics) -> OUTBOX.forEach(name -> {
            double value = metrics.most(name);
            // a figure that is missing is no figure of zero
            if (value != 0) {
                waiting.add(new Violation(I4, instance, name + " = 0", Double.toString(value)));
            }
        }));
        waiting.addAll(letters(poison));
        return waiting;
    }

    /** Things looked at, for the report. */
    int size() {
        return lag.size() + meters.size() * (OUTBOX.size() + 1);
    }

    private List<Violation> letters(Collection<Place> poison) {
        Map<String, Long> expected = new HashMap<>();
        poison.forEach(place -> READERS.getOrDefault(place.topic(), List.of())
                .forEach(service -> expected.merge(service, 1L, Long::sum)));
        List<Violation> wrong = new ArrayList<>();
        meters.forEach((instance, metrics) -> {
            double found = metrics.most(LETTERS);
            long injected = expected.getOrDefault(service(instance), 0L);
            if (found != injected) {
                wrong.add(new Violation(
                        I4, "dead letters of " + instance, injected + ", as injected", Double.toString(found)));
            }
        });
        return wrong;
    }

    private static String service(String instance) {
        return instance.replaceFirst("-\\d+$", "");
    }
}
