package dev.parley.scoring.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.EvaluationEvent.Commitment;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.EvaluationFrozen;
import dev.parley.contracts.EvaluationEvent.EvaluationOpened;
import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.EvaluationEvent.PanelMemberExcused;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.scoring.AnInterview;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each event alone. */
class EvolveTests {

    private final Given given = Given.aStartedInterview();
    private final SessionId session = given.interview.session();
    private final UserId member = given.interview.member(1);
    private final Instant at = AnInterview.COMPLETED;

    @Test
    void openedBegins() {
        Evaluation state = Evaluation.evolve(null, new EvaluationOpened(session, at));

        assertThat(state.sessionId()).isEqualTo(session);
        assertThat(state.phase()).isEqualTo(Phase.SCHEDULED);
    }

    @Test
    void nothingComesBeforeTheOpening() {
        assertThatNullPointerException()
                .isThrownBy(() -> Evaluation.evolve(null, new PanelMemberExcused(session, member, at)));
    }

    @Test
    void submittedAddsTheSubmission() {
        Evaluation state =
                Evaluation.evolve(given.state(), new ScorecardSubmitted(session, member, Commitment.sha256("d1"), at));

        assertThat(state.submissions()).containsExactly(new Submission(member, "d1", at));
        assertThat(state.phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void excusedMemberOwesNothing() {
        Evaluation state = Evaluation.evolve(given.state(), new PanelMemberExcused(session, member, at));

        assertThat(state.panel().owing()).doesNotContain(member).hasSize(2);
    }

    @Test
    void frozenMakesThePanelFinal() {
        UserId newcomer = new UserId(AnInterview.id());
        Evaluation state =
                Evaluation.evolve(given.state(), new EvaluationFrozen(session, List.of(newcomer, member), at));

        assertThat(state.phase()).isEqualTo(Phase.FROZEN);
        assertThat(state.panel().owing()).containsExactly(newcomer, member);
        assertThat(state.panel().frozenAt()).isEqualTo(at);
    }

    @Test
    void revealedKeepsTheScore() {
        Evaluation state = Evaluation.evolve(given.state(), new EvaluationRevealed(session, List.of(), 3333, at));

        assertThat(state.phase()).isEqualTo(Phase.REVEALED);
        assertThat(state.scoreMilli()).isEqualTo(3333);
    }

    @Test
    void decisionIsAdded() {
        var event = new DecisionRecorded(session, 1, DecisionOutcome.HOLD, member, at);
        Evaluation state = Evaluation.evolve(given.state(), event);

        assertThat(state.phase()).isEqualTo(Phase.DECIDED);
        assertThat(state.decisions()).containsExactly(new Decision(1, DecisionOutcome.HOLD, member, at, null));
    }
}
