package dev.parley.session.sessions;

import static dev.parley.session.sessions.SessionFixtures.ID;
import static dev.parley.session.sessions.SessionFixtures.LEAD;
import static dev.parley.session.sessions.SessionFixtures.aCompletedSession;
import static dev.parley.session.sessions.SessionFixtures.aPausedSession;
import static dev.parley.session.sessions.SessionFixtures.aRunningSession;
import static dev.parley.session.sessions.SessionFixtures.aScheduledSession;
import static dev.parley.session.sessions.SessionFixtures.at;
import static dev.parley.session.sessions.SessionFixtures.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionCompleted;
import dev.parley.contracts.SessionEvent.SessionDecided;
import dev.parley.contracts.SessionEvent.SessionNoShow;
import dev.parley.contracts.SessionEvent.SessionPaused;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import dev.parley.contracts.SessionEvent.SessionResumed;
import dev.parley.contracts.SessionEvent.SessionStarted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each event makes of a session. */
class SessionEventTests {

    @Test
    void scheduledIsPlannedAndNothingElse() {
        Session state = aScheduledSession();

        assertThat(state.status()).isEqualTo(SessionStatus.SCHEDULED);
        assertThat(state.scheduledFor()).isEqualTo(at(60));
        assertThat(state.startedAt()).isNull();
        assertThat(state.endedAt()).isNull();
        assertThat(state.outcome()).isNull();
    }

    @Test
    void rescheduledKeepsThePlanAndTakesTheNewTime() {
        Session state = Session.evolve(aScheduledSession(), new SessionRescheduled(ID, at(120), at(10)));

        assertThat(state.scheduledFor()).isEqualTo(at(120));
        assertThat(state.scheduled()).isEqualTo(aScheduledSession().scheduled());
        assertThat(state.status()).isEqualTo(SessionStatus.SCHEDULED);
    }

    @Test
    void startedRemembersWhen() {
        Session state = Session.evolve(aScheduledSession(), new SessionStarted(ID, at(61)));

        assertThat(state.status()).isEqualTo(SessionStatus.IN_PROGRESS);
        assertThat(state.startedAt()).isEqualTo(at(61));
        assertThat(state.endedAt()).isNull();
    }

    @Test
    void pausedAndResumedKeepTheBeginning() {
        Session paused = Session.evolve(aRunningSession(), new SessionPaused(ID, at(62)));
        Session resumed = Session.evolve(paused, new SessionResumed(ID, at(63)));

        assertThat(paused.status()).isEqualTo(SessionStatus.PAUSED);
        assertThat(resumed.status()).isEqualTo(SessionStatus.IN_PROGRESS);
        assertThat(resumed.startedAt()).isEqualTo(at(61));
    }

    @Test
    void completedRemembersBothEnds() {
        Session state = Session.evolve(aRunningSession(), new SessionCompleted(ID, List.of(LEAD), at(61), at(100)));

        assertThat(state.status()).isEqualTo(SessionStatus.COMPLETED);
        assertThat(state.startedAt()).isEqualTo(at(61));
        assertThat(state.endedAt()).isEqualTo(at(100));
    }

    @Test
    void cancelledEndsWhereverItWas() {
        Session state = Session.evolve(aPausedSession(), new SessionCancelled(ID, at(70)));

        assertThat(state.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(state.startedAt()).isEqualTo(at(61));
        assertThat(state.endedAt()).isEqualTo(at(70));
    }

    @Test
    void noShowNeverBegan() {
        Session state = Session.evolve(aScheduledSession(), new SessionNoShow(ID, at(75)));

        assertThat(state.status()).isEqualTo(SessionStatus.NO_SHOW);
        assertThat(state.startedAt()).isNull();
        assertThat(state.endedAt()).isEqualTo(at(75));
    }

    @Test
    void decidedKeepsTheTimesAndTakesTheOutcome() {
        Session state = Session.evolve(aCompletedSession(), new SessionDecided(ID, DecisionOutcome.HOLD, at(200)));

        assertThat(state.status()).isEqualTo(SessionStatus.DECIDED);
        assertThat(state.outcome()).isEqualTo(DecisionOutcome.HOLD);
        assertThat(state.endedAt()).isEqualTo(at(100));
    }

    @Test
    void eventsOfOthersAreNoHistoryOfASession() {
        var foreign = new PositionClosed(schedule().positionId(), at(1));

        assertThatThrownBy(() -> Session.evolve(aScheduledSession(), foreign))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Session.evolve(null, new SessionStarted(ID, at(61))))
                .isInstanceOf(IllegalStateException.class);
    }
}
