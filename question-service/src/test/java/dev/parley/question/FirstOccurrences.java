package dev.parley.question;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.Topic;
import dev.parley.testkit.EventProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Events as a consumer takes them: a stale repeat may follow an event, each place in a history counts once. */
public final class FirstOccurrences {

    private FirstOccurrences() {}

    /** Waits until that many places are filled, and gives their events in the order read. */
    public static List<Envelope> of(int places, Predicate<Envelope> wanted) {
        Map<String, Envelope> first = new LinkedHashMap<>();
        try (var probe = new EventProbe(Topic.QUESTION)) {
            probe.events(1, event -> {
                if (wanted.test(event)) {
                    first.putIfAbsent(event.subject() + " " + event.sequence(), event);
                }
                return first.size() >= places;
            });
        }
        return List.copyOf(first.values());
    }
}
