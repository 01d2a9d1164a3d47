package dev.parley.checker;

import static dev.parley.checker.Invariant.I1;
import static dev.parley.checker.Story.EVALUATION;
import static dev.parley.checker.Story.ID;
import static dev.parley.checker.Story.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnersTests {
    private final Map<String, Api.Answer> answers = new HashMap<>();
    private final Story story = new Story()
            .acknowledged("a", "/api/v1/sessions", ID, 1)
            .acknowledged("b", "/api/v1/sessions/" + ID + "/start", ID, 2)
            .event(SESSION, "session.scheduled", "a")
            .event(SESSION, "session.started", "b")
            .event(EVALUATION, "evaluation.opened", "a", "x", "{}");

    @Test
    void theOwnersAreWhereTheEventsLead() {
        answers("/sessions/", 2, "{\"state\": \"IN_PROGRESS\"}");
        answers("/evaluations/", 1, "{\"state\": \"OPEN\"}");
        check();
        assertThat(story.violated()).isEmpty();
        assertThat(story.findings.counts()).containsEntry("I1 owners", 2L);
    }

    @Test
    void aSubjectItsOwnerDoesNotKnowIsLost() {
        answers("/evaluations/", 1, "{\"state\": \"OPEN\"}");
        check();
        assertThat(story.violated()).containsExactly(I1);
    }

    @Test
    void anAcknowledgedVersionMustNotBeUndone() {
        answers("/sessions/", 1, "{\"state\": \"IN_PROGRESS\"}");
        answers("/evaluations/", 1, "{\"state\": \"OPEN\"}");
        check();
        assertThat(story.findings.violations())
                .singleElement()
                .extracting(Violation::found)
                .isEqualTo("version 1");
    }

    @Test
    void aViewThatDidNotFollowIsFound() {
        answers("/sessions/", 2, "{\"state\": \"IN_PROGRESS\"}");
        answers("/evaluations/", 1, "{\"state\": \"SCHEDULED\"}");
        check();
        assertThat(story.findings.violations())
                .singleElement()
                .extracting(Violation::subject)
                .isEqualTo(EVALUATION);
    }

    @Test
    void anApplicationIsInTheStageItWasMovedTo() {
        var moved = new Story()
                .event("application/x", "application.opened", "a", null, "{\"stage\": \"APPLIED\"}")
                .event("application/x", "application.moved", "b", null, "{\"to\": \"INTERVIEW\"}");
        Api api = _ -> new Api.Answer(200, 2, Story.json("{\"stage\": \"APPLIED\"}"));
        new Owners(api, moved.commands(), moved.history(), moved.findings).check();
        assertThat(moved.violated()).containsExactly(I1);
    }

    private void answers(String place, long version, String body) {
        answers.put(place + ID, new Api.Answer(200, version, Story.json(body)));
    }

    private void check() {
        var nothing = new Api.Answer(404, 0, Story.json("{}"));
        new Owners(path -> answers.getOrDefault(path, nothing), story.commands(), story.history(), story.findings)
                .check();
    }
}
