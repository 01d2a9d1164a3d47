package dev.parley.scoring.evaluations;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionDecided;
import dev.parley.contracts.SessionEvent.SessionNoShow;
import dev.parley.contracts.SessionEvent.SessionPaused;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import dev.parley.contracts.SessionEvent.SessionResumed;
import dev.parley.contracts.UnknownEvent;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import dev.parley.platform.aggregate.Change;
import dev.parley.scoring.AnInterview;
import dev.parley.scoring.Cards;
import dev.parley.scoring.evaluations.EvaluationCommand.SubmitScorecard;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A panel of three: the first member has submitted and the second is excused wherever the state allows it. */
class EvaluationStateTableTests {

    private static final Instant AT = AnInterview.COMPLETED;

    private interface Asked extends Function<Given, Change<Evaluation>> {}

    private final StateTable<Given, Asked> table =
            StateTable.of("evaluation", (given, asked) -> recast(asked.apply(Objects.requireNonNull(given))));

    @Test
    void everyCellIsAsApproved() {
        table.state("SCHEDULED", Given.aScheduledInterview())
                .state("OPEN", Given.aStartedInterview().submitted(0, "4 3 -").excused(1))
                .state(
                        "FROZEN",
                        Given.aCompletedInterview().submitted(0, "4 3 -").excused(1))
                .state(
                        "OPEN, no more than the kit demands",
                        Given.aStartedInterviewDemanding(2)
                                .submitted(0, "4 3 -")
                                .excused(1))
                .state(
                        "FROZEN, no more than the kit demands",
                        Given.aCompletedInterviewDemanding(2)
                                .submitted(0, "4 3 -")
                                .excused(1))
                .state("REVEALED", Given.aRevealedEvaluation())
                .state("DECIDED", Given.aDecidedEvaluation())
                .state("CLOSED", Given.aCancelledInterview())
                .state("OPEN, of the past", Given.aStartedInterviewOfThePast())
                .state("FROZEN, of the past", Given.aCompletedInterviewOfThePast())
                .state("DECIDED, of the past", Given.aDecidedEvaluationOfThePast())
                .state("CLOSED, of the past", Given.aCancelledInterviewOfThePast());
        commands();
        sessionEvents();
        table.matches();
    }

    private void commands() {
        table.command("submit the last missing scorecard", submission(2))
                .command("submit again", submission(0))
                .command("submit though excused", submission(1))
                .command("submit from outside the panel", given -> {
                    var stranger = new UserId(AnInterview.id());
                    var card = Cards.sealed(given.interview, stranger, "1 1 1", AT);
                    return given.state().decide(new SubmitScorecard(card));
                })
                .command("excuse the last missing member", excuse(2))
                .command("excuse who has submitted", excuse(0))
                .command("excuse again", excuse(1))
                .command(
                        "excuse somebody outside the panel",
                        given -> given.state()
                                .decide(new EvaluationCommand.ExcuseMember(new UserId(AnInterview.id()), "why", AT)))
                .command("decide", given -> given.state().decide(given.aDecision()))
                .command("import history", given -> given.state().decide(EvaluationTests.wholeHistory(given)));
    }

    private void sessionEvents() {
        table.command("session.scheduled.v1", happens(given -> given.interview.scheduled()))
                .command("session.rescheduled.v1", happens(given -> new SessionRescheduled(id(given), AT, AT)))
                .command("session.started.v1", happens(given -> given.interview.started()))
                .command("session.paused.v1", happens(given -> new SessionPaused(id(given), AT)))
                .command("session.resumed.v1", happens(given -> new SessionResumed(id(given), AT)))
                .command("session.completed.v1", happens(given -> given.interview.completed()))
                .command("session.cancelled.v1", happens(given -> new SessionCancelled(id(given), AT)))
                .command("session.no-show.v1", happens(given -> new SessionNoShow(id(given), AT)))
                .command(
                        "session.decided.v1", happens(given -> new SessionDecided(id(given), DecisionOutcome.HOLD, AT)))
                .command("an event of a later version", happens(_ -> new UnknownEvent("session.extended.v1", AT)));
    }

    private static SessionId id(Given given) {
        return given.interview.session();
    }

    private static Asked submission(int member) {
        return given -> given.state().decide(new SubmitScorecard(Cards.sealed(given.interview, member, "3 - 4")));
    }

    private static Asked excuse(int member) {
        return given -> given.state().decide(given.anExcuse(member));
    }

    private static Asked happens(Function<Given, DomainEvent> event) {
        return given -> InterviewRules.react(given.state(), given.envelope(event.apply(given), false));
    }

    private static Change<Given> recast(Change<Evaluation> change) {
        return Change.of(change.events());
    }
}
