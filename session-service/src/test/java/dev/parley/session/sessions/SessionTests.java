package dev.parley.session.sessions;

import static dev.parley.session.sessions.SessionFixtures.ID;
import static dev.parley.session.sessions.SessionFixtures.LEAD;
import static dev.parley.session.sessions.SessionFixtures.SECOND;
import static dev.parley.session.sessions.SessionFixtures.aCancelledSession;
import static dev.parley.session.sessions.SessionFixtures.aCompletedSession;
import static dev.parley.session.sessions.SessionFixtures.aDecidedSession;
import static dev.parley.session.sessions.SessionFixtures.aMissedSession;
import static dev.parley.session.sessions.SessionFixtures.aPausedSession;
import static dev.parley.session.sessions.SessionFixtures.aRunningSession;
import static dev.parley.session.sessions.SessionFixtures.aScheduledSession;
import static dev.parley.session.sessions.SessionFixtures.advance;
import static dev.parley.session.sessions.SessionFixtures.at;
import static dev.parley.session.sessions.SessionFixtures.cancel;
import static dev.parley.session.sessions.SessionFixtures.complete;
import static dev.parley.session.sessions.SessionFixtures.noShow;
import static dev.parley.session.sessions.SessionFixtures.pause;
import static dev.parley.session.sessions.SessionFixtures.reschedule;
import static dev.parley.session.sessions.SessionFixtures.resume;
import static dev.parley.session.sessions.SessionFixtures.schedule;
import static dev.parley.session.sessions.SessionFixtures.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.SessionEvent.SessionDecided;
import dev.parley.contracts.SessionEvent.SessionScheduled;
import dev.parley.session.sessions.SessionCommand.FollowDecision;
import dev.parley.session.sessions.SessionCommand.ScheduleSession;
import dev.parley.testkit.StateTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTests {

    @Test
    void answersEveryCommandInEveryStateAsApproved() {
        StateTable.<Session, SessionCommand>of("session", Session::decide)
                .state("none", null)
                .state("SCHEDULED", aScheduledSession())
                .state("IN_PROGRESS", aRunningSession())
                .state("PAUSED", aPausedSession())
                .state("COMPLETED", aCompletedSession())
                .state("DECIDED", aDecidedSession())
                .state("CANCELLED", aCancelledSession())
                .state("NO_SHOW", aMissedSession())
                .command("ScheduleSession", schedule())
                .command("RescheduleSession", reschedule())
                .command("StartSession", start())
                .command("PauseSession", pause())
                .command("ResumeSession", resume())
                .command("CompleteSession", complete())
                .command("MarkNoShow", noShow())
                .command("CancelSession", cancel())
                .command("FollowDecision", advance())
                .matches();
    }

    @Test
    void schedulingPinsWhatWasPlanned() {
        ScheduleSession planned = schedule();

        assertThat(Session.decide(null, planned).events())
                .containsExactly(new SessionScheduled(
                        ID,
                        planned.applicationId(),
                        planned.candidateId(),
                        planned.positionId(),
                        planned.panel(),
                        planned.plan(),
                        planned.scheduledFor(),
                        planned.timeZone(),
                        at(0)));
    }

    @Test
    void completionNamesThePanelAndWhenItBegan() {
        assertThat(Session.decide(aPausedSession(), complete()).events())
                .containsExactly(new SessionCompleted(ID, List.of(LEAD, SECOND), at(61), at(100)));
    }

    @Test
    void everyEventHasTheTimeOfItsCommand() {
        assertThat(Session.decide(aRunningSession(), cancel()).events())
                .containsExactly(new SessionCancelled(ID, at(30)));
        assertThat(Session.decide(aCompletedSession(), advance()).events())
                .containsExactly(new SessionDecided(ID, DecisionOutcome.ADVANCE, at(200)));
    }

    @Test
    void laterDecisionReplacesTheOutcome() {
        var reversal = new FollowDecision(ID, DecisionOutcome.REJECT, at(300));

        Session state = aDecidedSession();
        for (var event : Session.decide(state, reversal).events()) {
            state = Session.evolve(state, event);
        }

        assertThat(state.outcome()).isEqualTo(DecisionOutcome.REJECT);
        assertThat(state.status()).isEqualTo(SessionStatus.DECIDED);
    }

    @Test
    void reasonOfACancellationIsInTheStateAndInNoEvent() {
        assertThat(aCancelledSession().sealedReason()).isEqualTo("sealed");
        assertThat(Session.decide(aScheduledSession(), cancel()).events().toString())
                .doesNotContain("sealed");
    }
}
