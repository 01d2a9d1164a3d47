package dev.parley.scoring.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.EvaluationEvent.Commitment;
import dev.parley.contracts.EvaluationEvent.DecisionRecorded;
import dev.parley.contracts.EvaluationEvent.EvaluationFrozen;
import dev.parley.contracts.EvaluationEvent.EvaluationRevealed;
import dev.parley.contracts.EvaluationEvent.PanelMemberExcused;
import dev.parley.contracts.EvaluationEvent.RevealedCard;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.UnknownEvent;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Change;
import dev.parley.platform.error.DomainException;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.Cards;
import dev.parley.scoring.evaluations.EvaluationCommand.ImportHistory;
import dev.parley.scoring.evaluations.EvaluationCommand.SubmitScorecard;
import dev.parley.scoring.seals.CardContent;
import dev.parley.scoring.seals.Seal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTests {

    @Test
    void openingPinsPlanAndPanel() {
        Given given = Given.aScheduledInterview();

        assertThat(given.state().phase()).isEqualTo(Phase.SCHEDULED);
        assertThat(given.state().pinned().plan()).isEqualTo(given.interview.plan());
        assertThat(given.state().panel().owing()).isEqualTo(given.interview.panel());
    }

    @Test
    void anotherFirstEventThanTheSchedulingIsAFault() {
        AnInterview interview = AnInterview.withPanelOf(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> InterviewRules.react(null, new Given().envelope(interview.started(), false)));
    }

    @Test
    void unknownFirstEventIsOnlyCounted() {
        var unknown = new UnknownEvent("session.requested.v1", AnInterview.SCHEDULED);

        assertThat(InterviewRules.react(null, new Given().envelope(unknown, false))
                        .events())
                .isEmpty();
    }

    @Test
    void submissionTellsTheDigestAndKeepsTheCard() {
        Given given = Given.aStartedInterview();
        var card = Cards.sealed(given.interview, 1, "4 3 -");

        Change<Evaluation> change = given.state().decide(new SubmitScorecard(card));

        assertThat(change.events())
                .containsExactly(new ScorecardSubmitted(
                        given.interview.session(),
                        given.interview.member(1),
                        Commitment.sha256(card.seal().digest()),
                        Cards.SUBMITTED));
        assertThat(given.submitted(1, "4 3 -").state().cardOf(given.interview.member(1)))
                .contains(card);
    }

    @Test
    void lastSubmissionReveals() {
        Given given = Given.aCompletedInterview().submitted(0, "4 3 -").submitted(2, "3 - 4");

        Change<Evaluation> change =
                given.state().decide(new SubmitScorecard(Cards.sealed(given.interview, 1, "2 3 5")));

        assertThat(change.events())
                .extracting(Object::getClass)
                .containsExactly(ScorecardSubmitted.class, EvaluationRevealed.class);
        var revealed = (EvaluationRevealed) change.events().getLast();
        assertThat(revealed.scoreMilli()).isEqualTo(3200);
        assertThat(revealed.cards())
                .extracting(RevealedCard::interviewerId)
                .containsExactlyElementsOf(given.interview.panel());
    }

    @Test
    void freezeRevealsWhenAllAreIn() {
        Given given = Given.aStartedInterview()
                .submitted(0, "4 3 -")
                .submitted(1, "2 3 5")
                .submitted(2, "3 - 4");

        assertThat(events(given, given.interview.completed()))
                .extracting(Object::getClass)
                .containsExactly(EvaluationFrozen.class, EvaluationRevealed.class);
    }

    @Test
    void excusingTheLastMissingMemberReveals() {
        Given given = Given.aCompletedInterview().submitted(0, "4 3 -").submitted(1, "2 3 5");

        Change<Evaluation> change = given.state().decide(given.anExcuse(2));

        assertThat(change.events())
                .extracting(Object::getClass)
                .containsExactly(PanelMemberExcused.class, EvaluationRevealed.class);
        assertThat(((EvaluationRevealed) change.events().getLast()).cards()).hasSize(2);
    }

    @Test
    void panelStaysAsLargeAsTheKitDemands() {
        Given three = Given.aStartedInterviewDemanding(3);
        Given two = Given.aCompletedInterviewDemanding(2).excused(1);

        assertThatThrownBy(() -> three.state().decide(three.anExcuse(0)))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessage("The kit demands a panel of at least 3; nobody more can be excused from this one.");
        assertThatThrownBy(() -> two.state().decide(two.anExcuse(0)))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageContaining("at least 2");
    }

    @Test
    void somebodyMustStayWhateverTheKitDemands() {
        Given given = Given.aStartedInterviewDemanding(0).excused(0).excused(1);

        assertThatThrownBy(() -> given.state().decide(given.anExcuse(2)))
                .isInstanceOf(DomainException.Conflict.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void excuseGivenBeforeTheFreezeStays() {
        Given given = Given.aStartedInterview().excused(1).submitted(0, "4 3 -").submitted(2, "3 - 4");

        assertThat(events(given, given.interview.completed())).hasSize(2);
    }

    @Test
    void frozenPanelRules() {
        Given given = Given.aStartedInterview().submitted(0, "1 1 1").submitted(1, "5 5 5");
        UserId stayed = given.interview.member(1);
        var completed = new SessionCompleted(
                given.interview.session(), List.of(stayed), AnInterview.STARTED, AnInterview.COMPLETED);

        var revealed = (EvaluationRevealed) events(given, completed).getLast();

        assertThat(revealed.cards()).extracting(RevealedCard::interviewerId).containsExactly(stayed);
        assertThat(revealed.scoreMilli()).isEqualTo(5000);
    }

    @Test
    void revealHappenedWhenTheLastMissingThingHappened() {
        Given early = Given.aStartedInterview()
                .submitted(0, "4 3 -")
                .submitted(1, "2 3 5")
                .submitted(2, "3 - 4");
        assertThat(events(early, early.interview.completed()).getLast().occurredAt())
                .isEqualTo(AnInterview.COMPLETED);

        Given late = Given.aCompletedInterview().submitted(0, "4 3 -").submitted(1, "2 3 5");
        Instant last = AnInterview.COMPLETED.plusSeconds(7);
        var card = Cards.sealed(late.interview, late.interview.member(2), "1 1 1", last);
        assertThat(late.state()
                        .decide(new SubmitScorecard(card))
                        .events()
                        .getLast()
                        .occurredAt())
                .isEqualTo(last);
    }

    @Test
    void digestsCanBeCheckedFromTheRevealAlone() {
        Given given = Given.aCompletedInterview().submitted(0, "4 3 -").submitted(1, "2 3 5");
        var last = new SubmitScorecard(Cards.sealed(given.interview, 2, "3 - 4"));
        var revealed = (EvaluationRevealed) given.state().decide(last).events().getLast();

        assertThat(revealed.cards())
                .hasSize(3)
                .allSatisfy(card -> assertThat(new Seal(card.salt(), card.digest())
                                .fits(CardContent.of(revealed.sessionId(), card).canonical()))
                        .isTrue());
    }

    @Test
    void reversalIsAFurtherDecision() {
        Given given = Given.aDecidedEvaluation();

        var event = (DecisionRecorded)
                given.state().decide(given.aDecision()).events().getFirst();

        assertThat(event.number()).isEqualTo(2);
        assertThat(event.outcome()).isEqualTo(DecisionOutcome.ADVANCE);
        assertThat(given.state().decisions().getFirst().rationale()).isEqualTo("ciphertext");
    }

    @Test
    void importTakesEverythingInOneWrite() {
        Given given = Given.aCompletedInterviewOfThePast();

        Change<Evaluation> change = given.state().decide(wholeHistory(given));

        assertThat(change.events())
                .extracting(Object::getClass)
                .containsExactly(
                        ScorecardSubmitted.class,
                        ScorecardSubmitted.class,
                        ScorecardSubmitted.class,
                        EvaluationRevealed.class,
                        DecisionRecorded.class);
        Evaluation after = given.then(wholeHistory(given)).state();
        assertThat(after.phase()).isEqualTo(Phase.DECIDED);
        assertThat(after.decide(wholeHistory(given)).events()).isEmpty();
    }

    @Test
    void importedDecisionNeedsTheWholePanel() {
        Given given = Given.aCompletedInterviewOfThePast();
        var history = new ImportHistory(List.of(Cards.sealed(given.interview, 0, "4 3 2")), given.aDecision());

        assertThatThrownBy(() -> given.state().decide(history)).isInstanceOf(DomainException.Invalid.class);
    }

    static ImportHistory wholeHistory(Given given) {
        return new ImportHistory(
                List.of(
                        Cards.sealed(given.interview, 0, "4 3 -"),
                        Cards.sealed(given.interview, 1, "2 3 5"),
                        Cards.sealed(given.interview, 2, "3 - 4")),
                given.aDecision());
    }

    private static List<DomainEvent> events(Given given, DomainEvent event) {
        return InterviewRules.react(given.state(), given.envelope(event, false)).events();
    }
}
