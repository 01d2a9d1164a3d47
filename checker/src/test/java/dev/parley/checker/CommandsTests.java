package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;
import static dev.parley.checker.Invariant.I2;
import static dev.parley.checker.Story.ID;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTests {
    private static final String START = "/api/v1/sessions/" + ID + "/start";

    private final Story story = new Story();

    @Test
    void whatWasAcknowledgedIsOnTheTopicOnce() {
        story.acknowledged("a", "/api/v1/sessions", ID, 1)
                .acknowledged("b", START, ID, 2)
                .event(SESSION, "session.scheduled", "a")
                .event(SESSION, "session.started", "b");
        check();
        assertThat(story.violated()).isEmpty();
        assertThat(story.findings.counts()).containsEntry("I1 acknowledged commands", 2L);
    }

    @Test
    void anAcknowledgedCommandThatIsNotOnTheTopicIsLost() {
        story.acknowledged("a", START, ID, 2);
        check();
        assertThat(story.violated()).containsExactly(I1);
        assertThat(story.findings.violations().getFirst().subject()).isEqualTo(SESSION);
    }

    @Test
    void aCreationWhoseEventIsAboutAnotherSubjectIsLost() {
        story.acknowledged("a", "/api/v1/sessions", ID, 1).event("session/other", "session.scheduled", "a");
        check();
        assertThat(story.violated()).containsExactly(I1);
    }

    @Test
    void aCommandWithoutAnswerMayHaveHappenedOnceOrNotAtAll() {
        story.unanswered("a", START).unanswered("b", START).event(SESSION, "session.started", "b");
        check();
        assertThat(story.violated()).isEmpty();
        assertThat(story.findings.counts()).containsEntry("I2 commands without an answer", 2L);
    }

    @Test
    void aCommandWithoutAnswerMustNotHaveHappenedTwice() {
        story.unanswered("a", START).event(SESSION, "session.started", "a").event(SESSION, "session.started", "a");
        check();
        assertThat(story.violated()).containsExactly(I2);
    }

    @Test
    void aRefusedCommandMustNotHaveHappened() {
        story.refused("a", START).event(SESSION, "session.started", "a");
        check();
        assertThat(story.violated()).containsExactly(I2);
    }

    @Test
    void anEventNobodyAskedForHasNoCause() {
        story.event(SESSION, "session.started", "nobody");
        check();
        assertThat(story.violated()).containsExactly(I2);
    }

    private void check() {
        new Commands(story.commands(), story.history(), story.findings).check();
    }
}
