package dev.parley.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.crypto.PersonalData;
import dev.parley.testkit.DatabaseCommands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What reading costs, however much text there is to decrypt; and that texts go with the person they are about. */
@ScoringServiceTest
class CostIT {

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseCommands.Recorder commands;

    @Autowired
    private PersonalData personalData;

    private Play decided() {
        Play play = Play.started(port, AnInterview.withPanelOf(3));
        for (int member = 0; member < 3; member++) {
            play.writes(member, "4 3 2");
            play.submit(member);
        }
        play.completes();
        for (String outcome : new String[] {"HOLD", "ADVANCE"}) {
            String seen = play.awaitState(outcome.equals("HOLD") ? "REVEALED" : "DECIDED")
                    .etag();
            play.recruiter().post(play.path() + "/decisions", """
                    {"outcome":"%s","rationale":"because"}""".formatted(outcome), "If-Match", seen);
        }
        return play;
    }

    @Test
    void revealedEvaluationCostsOneKey() {
        Play play = decided();

        assertThat(commands.during(() -> assertThat(play.evaluation().body())
                        .contains("seen by 0", "seen by 1", "seen by 2", "because")))
                .containsExactly("find evaluations", "find dataKeys");
    }

    @Test
    void sealedEvaluationCostsNone() {
        Play play = Play.started(port, AnInterview.withPanelOf(2));
        play.writes(0, "4 3 2");

        assertThat(commands.during(play::evaluation)).containsExactly("find evaluations");
    }

    @Test
    void ownScorecardCostsOneKey() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        play.writes(0, "4 3 2");

        assertThat(commands.during(
                        () -> assertThat(play.member(0).get(play.card()).body()).contains("seen by 0")))
                .containsExactly("find evaluations", "find scorecards", "find dataKeys");
    }

    @Test
    void submissionCostsOneKey() {
        Play play = Play.started(port, AnInterview.withPanelOf(1));
        play.writes(0, "4 3 2");

        assertThat(commands.during(() -> assertThat(play.submit(0).status()).isEqualTo(200)))
                .containsOnlyOnce("find dataKeys");
    }

    @Test
    void textsGoWithThePersonAndTheRatingsStay() {
        Play play = decided();

        personalData.destroyKey(
                play.interview.organization(), play.interview.candidate().value());

        var evaluation = play.evaluation();
        assertThat(evaluation.status()).isEqualTo(200);
        assertThat(evaluation.json().at("/cards/0/ratings/0/rating").asInt()).isEqualTo(4);
        assertThat(evaluation.body()).doesNotContain("seen by", "because");
    }
}
