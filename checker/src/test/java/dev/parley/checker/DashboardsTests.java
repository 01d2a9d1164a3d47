package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;
import static dev.parley.checker.Story.EVALUATION;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DashboardsTests {
    private static final String BOARD = """
            {"funnel": [{"stage": "APPLIED", "count": 1}],
             "sessionsPerDay": [{"scheduled": 1, "started": 1, "completed": 1, "decided": %d}, {"scheduled": 0}],
             "scores": [{"count": 1}]}""";

    private final Story story = new Story()
            .event("application/x", "application.opened", "a")
            .event(SESSION, "session.scheduled", "b", null, "{\"plan\": {\"kitId\": \"kit\"}}")
            .event(SESSION, "session.started", "c")
            .event(SESSION, "session.completed", "d")
            .event(EVALUATION, "evaluation.revealed", "e", null, "{\"scoreMilli\": 4000}")
            .event(EVALUATION, "decision.recorded", "f")
            .event(EVALUATION, "decision.recorded", "g");

    @Test
    void theFiguresAreWhatTheEventsAddUpTo() {
        check(BOARD.formatted(1));
        assertThat(story.violated()).isEmpty();
    }

    @Test
    void aFigureThatCountsTwiceIsFound() {
        check(BOARD.formatted(2));
        assertThat(story.violated()).containsExactly(I1);
        assertThat(story.findings.violations().getFirst().found()).isEqualTo("decided = 2");
    }

    private void check(String board) {
        new Dashboards(_ -> new Api.Answer(200, 0, Story.json(board)), story.history(), story.findings).check();
    }
}
