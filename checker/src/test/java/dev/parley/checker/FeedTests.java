package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;
import static dev.parley.checker.Invariant.I3;
import static dev.parley.checker.Invariant.I5;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeedTests {
    private final Story story =
            new Story().event(SESSION, "session.scheduled", "a").event(SESSION, "session.started", "b");

    @Test
    void theFeedIsWhatTheTopicsHold() {
        read(1, 2);
        assertThat(story.violated()).isEmpty();
        assertThat(story.findings.counts()).containsEntry("I1 feed", 2L);
    }

    @Test
    void aRepeatIsAllowed() {
        read(1, 2, 1, 2);
        assertThat(story.violated()).isEmpty();
    }

    @Test
    void anEventThatIsMissingIsFound() {
        read(1);
        assertThat(story.violated()).containsExactly(I1);
    }

    @Test
    void anEventBeforeItsPredecessorIsFound() {
        read(2, 1);
        assertThat(story.violated()).containsExactly(I3);
    }

    @Test
    void anEventOfSomebodyElseIsFound() {
        read(1, 2, 3);
        assertThat(story.violated()).containsExactly(I5);
    }

    private void read(long... sequences) {
        String events = LongStream.of(sequences)
                .mapToObj(number -> "{\"id\": \"%s#%d\", \"subject\": \"%s\", \"sequence\": \"%020d\"}"
                        .formatted(SESSION, number, SESSION, number))
                .collect(Collectors.joining(", "));
        Api api = path -> new Api.Answer(
                200,
                0,
                Story.json("{\"events\": [%s], \"cursor\": \"c\"}".formatted(path.contains("cursor=") ? "" : events)));
        new Feed(api, story.history(), story.findings).check();
    }
}
