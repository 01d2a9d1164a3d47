package dev.parley.session;

import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Envelope;
import dev.parley.testkit.EventProbe;
import java.util.List;
import java.util.function.Predicate;

/** What a topic tells. */
public final class Told {

    private Told() {}

    /** The events that match, each once: outboxes may publish one again. */
    public static List<Envelope> once(EventProbe probe, int count, Predicate<Envelope> wanted) {
        return await().pollInSameThread()
                .until(() -> probe.events(0, wanted).stream().distinct().toList(), found -> found.size() >= count);
    }
}
