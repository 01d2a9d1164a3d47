package dev.parley.checker;

import static dev.parley.checker.Invariant.I5;
import static dev.parley.checker.Story.EVALUATION;
import static dev.parley.checker.Story.ID;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdatesTests {
    private static final String MOVE = "/api/v1/sessions/" + ID + "/reschedule";
    private static final String REVEALED =
            "{\"cards\": [{\"interviewerId\": \"ann\", \"ratings\": [{\"itemId\": \"i\", \"rating\": 4}]}]}";

    private final Story story = new Story();

    @Test
    void eachVersionIsUsedOnce() {
        story.conditional("a", MOVE, 1, 2).conditional("b", MOVE, 2, 3);
        check();
        assertThat(story.violated()).isEmpty();
    }

    @Test
    void twoCommandsForTheSameVersionMustNotBothWin() {
        story.conditional("a", MOVE, 1, 2).conditional("b", MOVE, 1, 3);
        check();
        assertThat(story.violated()).containsExactly(I5);
        assertThat(story.findings.violations()).extracting(Violation::expected).contains("one command to win");
    }

    @Test
    void theLastRatingIsTheOneRevealed() {
        story.rated("a", "i", "{\"client\": \"ann\", \"counter\": 1, \"rating\": 2}")
                .rated("b", "i", "{\"client\": \"ann\", \"counter\": 2, \"rating\": 4}")
                .event(EVALUATION, "evaluation.revealed", "c", null, REVEALED);
        check();
        assertThat(story.violated()).isEmpty();
        assertThat(story.findings.counts()).containsEntry("I5 ratings revealed", 1L);
    }

    @Test
    void aRatingThatWasOverwrittenByAnOlderOneIsLost() {
        story.rated("a", "i", "{\"client\": \"ann\", \"counter\": 2, \"rating\": 5}")
                .rated("b", "i", "{\"client\": \"ann\", \"counter\": 1, \"rating\": 4}")
                .event(EVALUATION, "evaluation.revealed", "c", null, REVEALED);
        check();
        assertThat(story.violated()).containsExactly(I5);
    }

    private void check() {
        new Updates(story.commands(), story.history(), story.findings).check();
    }
}
