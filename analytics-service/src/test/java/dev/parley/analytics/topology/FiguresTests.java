package dev.parley.analytics.topology;

import static dev.parley.analytics.topology.Interviews.ADA;
import static dev.parley.analytics.topology.Interviews.APPLICATION;
import static dev.parley.analytics.topology.Interviews.KIT;
import static dev.parley.analytics.topology.Interviews.MONDAY;
import static dev.parley.analytics.topology.Interviews.ORGANIZATION;
import static dev.parley.analytics.topology.Interviews.POSITION;
import static dev.parley.analytics.topology.Interviews.QUESTION;
import static dev.parley.analytics.topology.Interviews.SESSION;
import static dev.parley.analytics.topology.Interviews.applied;
import static dev.parley.analytics.topology.Interviews.completed;
import static dev.parley.analytics.topology.Interviews.decided;
import static dev.parley.analytics.topology.Interviews.frozen;
import static dev.parley.analytics.topology.Interviews.opened;
import static dev.parley.analytics.topology.Interviews.revealed;
import static dev.parley.analytics.topology.Interviews.scheduled;
import static dev.parley.analytics.topology.Interviews.started;
import static dev.parley.analytics.topology.Interviews.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ApplicationEvent;
import dev.parley.contracts.ApplicationEvent.ApplicationClosed;
import dev.parley.contracts.ApplicationEvent.ApplicationMoved;
import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.EvaluationEvent.PanelMemberExcused;
import dev.parley.contracts.SessionEvent.SessionCancelled;
import dev.parley.contracts.SessionEvent.SessionDecided;
import dev.parley.contracts.SessionEvent.SessionNoShow;
import dev.parley.contracts.SessionEvent.SessionPaused;
import dev.parley.contracts.SessionEvent.SessionRescheduled;
import dev.parley.contracts.SessionEvent.SessionResumed;
import dev.parley.contracts.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each event does to the cells. */
class FiguresTests {

    @TempDir
    Path state;

    private Counted counted;
    private final History session = new History(ORGANIZATION, SESSION.value());
    private final History application = new History(ORGANIZATION, APPLICATION.value());

    @BeforeEach
    void start() {
        counted = new Counted(state);
    }

    @AfterEach
    void stop() {
        counted.close();
    }

    @Test
    void countsAScheduledSessionOnItsDayInItsTimeZone() {
        happened(scheduled(SESSION));
        assertThat(counted.figures()).isEqualTo(Map.of("SESSION SCHEDULED 2026-03-03", 1L));
    }

    @Test
    void addressesACellByTenantKitAndPosition() {
        assertThat(Figures.of(new Fact(ORGANIZATION, Map.of(), Interview.evolve(null, scheduled(SESSION)), null, null)))
                .containsOnlyKeys(
                        String.join("|", ORGANIZATION.value(), "SESSION", "2026-03-03", POSITION.value(), KIT.value())
                                + "|||SCHEDULED");
    }

    @Test
    void movesTheDayOfARescheduledSession() {
        happened(scheduled(SESSION), new SessionRescheduled(SESSION, MONDAY.plus(Duration.ofDays(2)), MONDAY));
        assertThat(counted.figures()).isEqualTo(Map.of("SESSION SCHEDULED 2026-03-05", 1L));
        assertThat(counted.cell("SESSION SCHEDULED 2026-03-03")).isEqualTo(new CellCount(0, 2, 1));
    }

    @Test
    void reschedulingWithinADayChangesNothing() {
        happened(scheduled(SESSION), new SessionRescheduled(SESSION, MONDAY.plus(Duration.ofHours(1)), MONDAY));
        assertThat(counted.cell("SESSION SCHEDULED 2026-03-03")).isEqualTo(new CellCount(1, 1, 1));
    }

    @Test
    void countsStartAndCompletion() {
        happened(scheduled(SESSION), started(SESSION), completed(SESSION));
        assertThat(counted.figures())
                .isEqualTo(Map.of(
                        "SESSION SCHEDULED 2026-03-03", 1L,
                        "SESSION STARTED 2026-03-03", 1L,
                        "SESSION COMPLETED 2026-03-03", 1L));
    }

    @Test
    void countsCancellationAndNoShowOnThePlannedDay() {
        happened(scheduled(SESSION), new SessionCancelled(SESSION, MONDAY.minus(Duration.ofDays(3))));
        assertThat(counted.figures()).containsEntry("SESSION CANCELLED 2026-03-03", 1L);
    }

    @Test
    void countsANoShow() {
        happened(scheduled(SESSION), new SessionNoShow(SESSION, MONDAY));
        assertThat(counted.figures()).containsEntry("SESSION NO_SHOW 2026-03-03", 1L);
    }

    @Test
    void pausesAndTheSessionsOwnDecisionHaveNoFigure() {
        happened(
                scheduled(SESSION),
                new SessionPaused(SESSION, MONDAY),
                new SessionResumed(SESSION, MONDAY),
                new SessionDecided(SESSION, DecisionOutcome.ADVANCE, MONDAY));
        assertThat(counted.figures()).isEqualTo(Map.of("SESSION SCHEDULED 2026-03-03", 1L));
        assertThat(counted.tally("applied")).isEqualTo(4);
    }

    @Test
    void nothingBeforeTheRevealIsCounted() {
        happened(
                scheduled(SESSION),
                completed(SESSION),
                opened(SESSION),
                submitted(SESSION),
                frozen(SESSION),
                new PanelMemberExcused(SESSION, ADA, MONDAY));
        assertThat(counted.figures()).containsOnlyKeys("SESSION SCHEDULED 2026-03-03", "SESSION COMPLETED 2026-03-03");
    }

    @Test
    void countsScoreAndRatingsAtTheReveal() {
        happened(scheduled(SESSION), completed(SESSION), revealed(SESSION, 4));
        assertThat(counted.figures())
                .containsEntry("SCORE 4000 2026-03-03", 1L)
                .containsEntry("RATING 4 2026-03-03", 1L);
    }

    @Test
    void ratingsNameQuestionAndInterviewer() {
        var fact = new Fact(
                ORGANIZATION,
                Map.of(),
                Interview.evolve(Interview.evolve(null, scheduled(SESSION)), completed(SESSION)),
                Assessment.evolve(null, revealed(SESSION, 2)),
                null);
        assertThat(Figures.of(fact).keySet())
                .anyMatch(cell -> cell.endsWith(QUESTION.value() + "|" + ADA.value() + "|2"));
    }

    @Test
    void aCardWithoutRatingsHasNoScore() {
        happened(scheduled(SESSION), completed(SESSION), revealed(SESSION, null));
        assertThat(counted.figures()).containsOnlyKeys("SESSION SCHEDULED 2026-03-03", "SESSION COMPLETED 2026-03-03");
    }

    @Test
    void aSecondRevealCorrectsTheFirst() {
        happened(scheduled(SESSION), completed(SESSION), revealed(SESSION, 4), revealed(SESSION, 2));
        assertThat(counted.figures())
                .containsEntry("SCORE 2000 2026-03-03", 1L)
                .doesNotContainKey("SCORE 4000 2026-03-03")
                .doesNotContainKey("RATING 4 2026-03-03");
    }

    @Test
    void countsADecisionAndTheTimeItTook() {
        happened(
                scheduled(SESSION),
                completed(SESSION),
                decided(SESSION, 1, DecisionOutcome.HOLD, Duration.ofHours(20)));
        assertThat(counted.figures())
                .containsEntry("SESSION DECIDED 2026-03-04", 1L)
                .containsEntry("DECISION HOLD 2026-03-04", 1L)
                .containsEntry("TIME_TO_DECISION 1440 2026-03-04", 1L);
    }

    @Test
    void aReversalMovesTheDecisionButNotTheTimeToTheFirst() {
        happened(
                scheduled(SESSION),
                completed(SESSION),
                decided(SESSION, 1, DecisionOutcome.HOLD, Duration.ofHours(20)),
                decided(SESSION, 2, DecisionOutcome.REJECT, Duration.ofDays(3)));
        assertThat(counted.figures())
                .containsEntry("SESSION DECIDED 2026-03-04", 1L)
                .containsEntry("TIME_TO_DECISION 1440 2026-03-04", 1L)
                .containsEntry("DECISION REJECT 2026-03-06", 1L)
                .doesNotContainKey("DECISION HOLD 2026-03-04");
    }

    @Test
    void anApplicationHasReachedEveryStageUpToItsOwn() {
        happened(applied(APPLICATION), new ApplicationMoved(APPLICATION, Stage.APPLIED, Stage.INTERVIEW, MONDAY));
        assertThat(counted.figures())
                .isEqualTo(Map.of(
                        "STAGE APPLIED 2026-03-03", 1L,
                        "STAGE SCREENING 2026-03-03", 1L,
                        "STAGE INTERVIEW 2026-03-03", 1L));
    }

    @Test
    void movingAnApplicationBackTakesTheLaterStagesAway() {
        happened(
                applied(APPLICATION),
                new ApplicationMoved(APPLICATION, Stage.APPLIED, Stage.OFFER, MONDAY),
                new ApplicationMoved(APPLICATION, Stage.OFFER, Stage.SCREENING, MONDAY));
        assertThat(counted.figures()).containsOnlyKeys("STAGE APPLIED 2026-03-03", "STAGE SCREENING 2026-03-03");
        assertThat(counted.cell("STAGE OFFER 2026-03-03")).isEqualTo(new CellCount(0, 2, 1));
    }

    @Test
    void countsHowAnApplicationEnded() {
        happened(
                applied(APPLICATION),
                new ApplicationClosed(APPLICATION, Stage.APPLIED, ApplicationOutcome.WITHDRAWN, MONDAY));
        assertThat(counted.figures())
                .isEqualTo(Map.of("STAGE APPLIED 2026-03-03", 1L, "OUTCOME WITHDRAWN 2026-03-03", 1L));
    }

    private void happened(DomainEvent... events) {
        boolean ofApplication = events[0] instanceof ApplicationEvent;
        counted.feed((ofApplication ? application : session).of(events));
    }
}
