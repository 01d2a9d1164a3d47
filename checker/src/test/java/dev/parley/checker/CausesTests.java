package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;
import static dev.parley.checker.Invariant.I2;
import static dev.parley.checker.Story.EVALUATION;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausesTests {
    private final Story story = new Story();

    @Test
    void aDecisionMovesItsSessionOnce() {
        story.event(EVALUATION, "decision.recorded", "a")
                .event(SESSION, "session.decided", "a", EVALUATION + "#1", "{}");
        check();
        assertThat(story.violated()).isEmpty();
    }

    @Test
    void aDecisionThatNeverReachedItsSessionIsLost() {
        story.event(EVALUATION, "decision.recorded", "a");
        check();
        assertThat(story.violated()).containsExactly(I1);
    }

    @Test
    void oneCauseMustNotHaveItsEffectTwice() {
        story.event(EVALUATION, "decision.recorded", "a")
                .event(SESSION, "session.decided", "a", EVALUATION + "#1", "{}")
                .event(SESSION, "session.decided", "a", EVALUATION + "#1", "{}");
        check();
        assertThat(story.violated()).containsExactly(I2);
        assertThat(story.findings.violations().getFirst().subject()).isEqualTo(SESSION);
    }

    @Test
    void anEffectNeedsACauseThatIsThere() {
        story.event(SESSION, "session.decided", "a", "nothing", "{}");
        check();
        assertThat(story.violated()).containsExactly(I2);
    }

    private void check() {
        new Causes(story.history(), story.findings).check();
    }
}
