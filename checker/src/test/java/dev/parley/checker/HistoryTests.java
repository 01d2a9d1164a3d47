package dev.parley.checker;

import static dev.parley.checker.Invariant.I3;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTests {
    private final Story story = new Story()
            .event(SESSION, "session.scheduled", "a")
            .event(SESSION, "session.started", "b")
            .event(SESSION, "session.completed", "c");

    @Test
    void staleRepeatsInAnyOrderChangeNothing() {
        story.repeated(1).repeated(0).repeated(0);
        assertThat(story.history().of(SESSION)).hasSize(3);
        assertThat(story.violated()).isEmpty();
        assertThat(story.findings.counts()).containsEntry("I3 stale repeats", 3L);
    }

    @Test
    void aGapIsFound() {
        story.event(SESSION, 5, "later", "session.decided", "d", null, "{}").history();
        assertThat(story.violated()).containsExactly(I3);
    }

    @Test
    void firstOccurrencesMustBeInOrder() {
        new Story();
        var shuffled = new Story()
                .event(SESSION, 2, "second", "session.started", "b", null, "{}")
                .event(SESSION, 1, "first", "session.scheduled", "a", null, "{}");
        shuffled.history();
        assertThat(shuffled.violated()).containsExactly(I3);
    }

    @Test
    void twoEventsMustNotShareASequence() {
        story.event(SESSION, 2, "another", "session.started", "b", null, "{}").history();
        assertThat(story.violated()).containsExactly(I3);
    }

    @Test
    void aRepeatMustHaveTheSameBytes() {
        story.event(SESSION, 2, SESSION + "#2", "session.started", "b", null, "{\"changed\": true}")
                .history();
        assertThat(story.violated()).containsExactly(I3);
    }
}
