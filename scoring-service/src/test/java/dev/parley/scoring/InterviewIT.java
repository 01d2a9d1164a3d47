package dev.parley.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.EvaluationEvent;
import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.Topic;
import dev.parley.scoring.seals.CardContent;
import dev.parley.scoring.seals.Seal;
import dev.parley.testkit.EventProbe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One interview from its scheduling to a decision and its reversal. */
@ScoringServiceTest
class InterviewIT {

    @LocalServerPort
    private int port;

    @Test
    void runsFromScheduleToReversal() {
        Play play = Play.started(port, AnInterview.withPanelOf(3));
        play.writes(0, "4 3 -");
        play.writes(1, "2 3 5");
        play.writes(2, "3 - 4");
        play.submit(0);
        play.submit(1);
        play.completes();
        play.awaitState("FROZEN");

        assertThat(play.submit(2).status()).isEqualTo(200);

        var revealed = play.evaluation();
        JsonNode json = revealed.json();
        assertThat(json.path("state").asString()).isEqualTo("REVEALED");
        // 3·4+2·3 + 3·2+2·3+1·5 + 3·3+1·4 = 48 over 5 + 6 + 4 = 15
        assertThat(json.path("scoreMilli").asInt()).isEqualTo(3200);
        assertThat(json.path("ratingsCount").asInt()).isEqualTo(7);
        assertThat(json.path("cards")).hasSize(3);
        assertThat(json.at("/cards/0/ratings/0/evidence").asString()).isEqualTo("seen by 0");
        assertThat(json.at("/items/0/spread").asInt()).isEqualTo(2);
        assertThat(json.at("/disagreements/0").asString())
                .isEqualTo(play.interview.item(0).value());

        var decided = play.recruiter().post(play.path() + "/decisions", """
                {"outcome":"ADVANCE","rationale":"Clear and calm"}""", "If-Match", revealed.etag());
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        var reversed = play.recruiter().post(play.path() + "/decisions", """
                {"outcome":"REJECT","rationale":"Withdrew"}""", "If-Match", decided.etag());
        assertThat(reversed.status()).isEqualTo(200);
        JsonNode decisions = play.evaluation().json().path("decisions");
        assertThat(decisions).hasSize(2);
        assertThat(decisions.at("/1/number").asInt()).isEqualTo(2);
        assertThat(decisions.at("/1/rationale").asString()).isEqualTo("Withdrew");
        assertEventsOf(play.interview);
    }

    private static void assertEventsOf(AnInterview interview) {
        try (var probe = new EventProbe(Topic.SCORING)) {
            List<Envelope> events = Story.of(interview, 8, probe);
            assertThat(events.stream().map(event -> EventTypes.nameOf(event.event())))
                    .containsExactly(
                            "evaluation.opened.v1",
                            "scorecard.submitted.v2",
                            "scorecard.submitted.v2",
                            "evaluation.frozen.v1",
                            "scorecard.submitted.v2",
                            "evaluation.revealed.v1",
                            "decision.recorded.v1",
                            "decision.recorded.v1");
            assertThat(events.stream().map(Envelope::sequence)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertDigests(events.stream()
                    .map(Envelope::event)
                    .map(EvaluationEvent.class::cast)
                    .toList());
        }
    }

    /** Everything needed to check the commitments is on the topic. */
    private static void assertDigests(List<EvaluationEvent> events) {
        var revealed = (EvaluationRevealed) events.get(5);
        for (EvaluationEvent.RevealedCard card : revealed.cards()) {
            String committed = events.stream()
                    .filter(ScorecardSubmitted.class::isInstance)
                    .map(ScorecardSubmitted.class::cast)
                    .filter(submitted -> submitted.interviewerId().equals(card.interviewerId()))
                    .map(submitted -> submitted.seal().digest())
                    .findFirst()
                    .orElseThrow();
            String canonical = CardContent.of(revealed.sessionId(), card).canonical();
            assertThat(new Seal(card.salt(), committed).fits(canonical)).isTrue();
            assertThat(card.salt()).hasSizeGreaterThanOrEqualTo(32);
        }
    }
}
