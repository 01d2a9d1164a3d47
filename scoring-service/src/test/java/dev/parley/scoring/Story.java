package dev.parley.scoring;

import dev.parley.contracts.Envelope;
import dev.parley.testkit.EventProbe;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the topic tells of one evaluation, without the repeats that publishing at least once may leave. */
public final class Story {

    private Story() {}

    /** Waits for this many events. */
    public static List<Envelope> of(AnInterview interview, int length, EventProbe probe) {
        for (int records = length; ; records++) {
            Set<Long> told = new HashSet<>();
            List<Envelope> first =
                    probe
                            .events(
                                    records,
                                    one -> one.subject()
                                            .id()
                                            .equals(interview.session().value()))
                            .stream()
                            .filter(event -> told.add(event.sequence()))
                            .toList();
            if (first.size() >= length) {
                return first;
            }
        }
    }
}
