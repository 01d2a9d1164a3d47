package dev.parley.scoring.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionNoShow;
import dev.parley.contracts.SessionEvent.SessionPaused;
import dev.parley.scoring.AnInterview;
import org.junit.jupiter.api.Test;

/** Where an evaluation goes when something happened to its session. */
class PhaseTests {

    @Test
    void startOpens() {
        Given given = Given.aScheduledInterview();

        assertThat(after(given, given.interview.started())).isEqualTo(Phase.OPEN);
    }

    @Test
    void endFreezesEvenWhenTheStartWasNeverTold() {
        Given given = Given.aScheduledInterview();

        assertThat(after(given, given.interview.completed())).isEqualTo(Phase.FROZEN);
    }

    @Test
    void interviewThatDoesNotTakePlaceCloses() {
        Given cancelled = Given.aScheduledInterview();
        Given broken = Given.aStartedInterview();
        Given missed = Given.aScheduledInterview();

        assertThat(after(cancelled, new SessionCancelled(cancelled.interview.session(), AnInterview.STARTED)))
                .isEqualTo(Phase.CLOSED);
        assertThat(after(broken, new SessionCancelled(broken.interview.session(), AnInterview.STARTED)))
                .isEqualTo(Phase.CLOSED);
        assertThat(after(missed, new SessionNoShow(missed.interview.session(), AnInterview.STARTED)))
                .isEqualTo(Phase.CLOSED);
    }

    @Test
    void whatIsRevealedStaysRevealed() {
        Given given = Given.aRevealedEvaluation();

        assertThat(after(given, new SessionCancelled(given.interview.session(), AnInterview.COMPLETED)))
                .isEqualTo(Phase.REVEALED);
        assertThat(after(given, given.interview.started())).isEqualTo(Phase.REVEALED);
        assertThat(after(given, given.interview.completed())).isEqualTo(Phase.REVEALED);
    }

    @Test
    void pauseChangesNothing() {
        Given given = Given.aStartedInterview();

        assertThat(after(given, new SessionPaused(given.interview.session(), AnInterview.STARTED)))
                .isEqualTo(Phase.OPEN);
    }

    private static Phase after(Given given, DomainEvent event) {
        return given.then(event, false).state().phase();
    }
}
