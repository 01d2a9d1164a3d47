package dev.parley.scoring.evaluations;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventMetadata;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.platform.aggregate.Change;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.Cards;
import dev.parley.scoring.evaluations.EvaluationCommand.ExcuseMember;
import dev.parley.scoring.evaluations.EvaluationCommand.RecordDecision;
import dev.parley.scoring.evaluations.EvaluationCommand.SubmitScorecard;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An evaluation of a panel of three, brought to where a test needs it by what really leads there. */
final class Given {

    final AnInterview interview;
    private @Nullable Evaluation state;

    Given() {
        this(1);
    }

    private Given(int minimumPanel) {
        this.interview = AnInterview.withPanelOf(3).demanding(minimumPanel);
    }

    static Given aStartedInterviewDemanding(int minimumPanel) {
        return new Given(minimumPanel).after(false, List.of(0, 1));
    }

    static Given aCompletedInterviewDemanding(int minimumPanel) {
        return new Given(minimumPanel).after(false, List.of(0, 1, 2));
    }

    static Given aScheduledInterview() {
        return new Given().after(false, List.of(0));
    }

    static Given aStartedInterview() {
        return new Given().after(false, List.of(0, 1));
    }

    static Given aCompletedInterview() {
        return new Given().after(false, List.of(0, 1, 2));
    }

    static Given aCompletedInterviewOfThePast() {
        return new Given().after(true, List.of(0, 1, 2));
    }

    static Given aStartedInterviewOfThePast() {
        return new Given().after(true, List.of(0, 1));
    }

    static Given aDecidedEvaluationOfThePast() {
        Given given = aCompletedInterviewOfThePast();
        return given.then(EvaluationTests.wholeHistory(given));
    }

    static Given aCancelledInterviewOfThePast() {
        return aStartedInterviewOfThePast().cancelled();
    }

    static Given aRevealedEvaluation() {
        return aCompletedInterview().submitted(0, "4 3 -").submitted(1, "2 3 5").submitted(2, "3 - 4");
    }

    static Given aDecidedEvaluation() {
        Given given = aRevealedEvaluation();
        return given.then(given.aDecision());
    }

    static Given aCancelledInterview() {
        return aStartedInterview().cancelled();
    }

    private Given cancelled() {
        return then(new SessionCancelled(interview.session(), AnInterview.COMPLETED), false);
    }

    private Given after(boolean imported, List<Integer> steps) {
        List<DomainEvent> events = List.of(interview.scheduled(), interview.started(), interview.completed());
        steps.forEach(step -> then(events.get(step), imported));
        return this;
    }

    Given submitted(int member, String ratings) {
        return then(new SubmitScorecard(Cards.sealed(interview, member, ratings)));
    }

    Given excused(int member) {
        return then(anExcuse(member));
    }

    Given then(EvaluationCommand command) {
        return apply(state().decide(command));
    }

    Given then(DomainEvent event, boolean imported) {
        return apply(InterviewRules.react(state, envelope(event, imported)));
    }

    RecordDecision aDecision() {
        return new RecordDecision(
                DecisionOutcome.ADVANCE, interview.member(0), "ciphertext", AnInterview.COMPLETED.plusSeconds(3600));
    }

    ExcuseMember anExcuse(int member) {
        return new ExcuseMember(interview.member(member), "ciphertext", AnInterview.COMPLETED.plusSeconds(60));
    }

    Evaluation state() {
        return Objects.requireNonNull(state);
    }

    private Given apply(Change<Evaluation> change) {
        @Nullable Evaluation next = state;
        for (DomainEvent event : change.events()) {
            next = Evaluation.evolve(next, event);
        }
        state = change.privately().apply(Objects.requireNonNull(next));
        return this;
    }

    Envelope envelope(DomainEvent event, boolean imported) {
        var metadata = new EventMetadata(
                AnInterview.id(),
                EventTypes.nameOf(event),
                AggregateKind.SESSION.subject(interview.session().value()),
                1,
                interview.organization(),
                "system",
                "correlation",
                null,
                imported,
                event.occurredAt(),
                interview.session().value());
        return new Envelope(metadata, event);
    }
}
