package dev.parley.checker;

import static dev.parley.checker.Invariant.I3;
import static dev.parley.checker.Story.EVALUATION;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LifeCycleTests {
    private final Story story = new Story();

    @Test
    void anInterviewMayBePausedAndDecidedTwice() {
        List.of("scheduled", "rescheduled", "started", "paused", "resumed", "completed", "decided", "decided")
                .forEach(name -> story.event(SESSION, "session." + name, "a"));
        assertThat(state("session", SESSION)).isEqualTo("DECIDED");
        assertThat(story.violated()).isEmpty();
    }

    @Test
    void nothingMayBePausedBeforeItStarts() {
        story.event(SESSION, "session.scheduled", "a").event(SESSION, "session.paused", "b");
        assertThat(state("session", SESSION)).isEqualTo("SCHEDULED");
        assertThat(story.violated()).containsExactly(I3);
    }

    @Test
    void nothingFollowsACancellation() {
        story.event(SESSION, "session.scheduled", "a")
                .event(SESSION, "session.cancelled", "b")
                .event(SESSION, "session.started", "c");
        assertThat(state("session", SESSION)).isEqualTo("CANCELLED");
        assertThat(story.violated()).containsExactly(I3);
    }

    @Test
    void cardsAreRevealedOnceAndAfterTheFreeze() {
        List.of("evaluation.opened", "scorecard.submitted", "evaluation.frozen", "scorecard.submitted")
                .forEach(type -> story.event(EVALUATION, type, "a"));
        story.event(EVALUATION, "evaluation.revealed", "a").event(EVALUATION, "decision.recorded", "b");
        assertThat(state("evaluation", EVALUATION)).isEqualTo("DECIDED");
        assertThat(story.violated()).isEmpty();
        story.event(EVALUATION, "evaluation.revealed", "c");
        state("evaluation", EVALUATION);
        assertThat(story.violated()).containsExactly(I3);
    }

    private String state(String kind, String subject) {
        List<Event> events = story.history().of(subject);
        LifeCycle cycle = LifeCycle.of(kind).orElseThrow();
        cycle.check(events, story.findings);
        return cycle.state(events);
    }
}
