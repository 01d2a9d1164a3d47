package dev.parley.session.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.ApplicationEvent.ApplicationClosed;
import dev.parley.contracts.ApplicationEvent.ApplicationMoved;
import dev.parley.contracts.ApplicationEvent.ApplicationOpened;
import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.DomainEvent;
import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.ApplicationId;
import dev.parley.contracts.id.CandidateId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.aggregate.Change;
import dev.parley.session.applications.ApplicationCommand.Close;
import dev.parley.session.applications.ApplicationCommand.Move;
import dev.parley.session.applications.ApplicationCommand.Open;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationTests {

    private static final ApplicationId ID = new ApplicationId("00000000-0000-4000-8000-000000000001");
    private static final CandidateId CANDIDATE = new CandidateId("00000000-0000-4000-8000-000000000002");
    private static final PositionId POSITION = new PositionId("00000000-0000-4000-8000-000000000003");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.000Z");

    private static final Open OPEN = new Open(ID, CANDIDATE, POSITION, "Europe/Berlin", NINE);

    private static final String KEY = CANDIDATE.value() + "/" + POSITION.value();

    private static Move moveTo(Stage stage) {
        return new Move(ID, stage, "sealed " + stage, NINE.plusSeconds(60));
    }

    private static Close closeWith(ApplicationOutcome outcome) {
        return new Close(ID, outcome, "sealed " + outcome, NINE.plusSeconds(120));
    }

    private static Application after(ApplicationCommand... commands) {
        @Nullable Application state = null;
        for (ApplicationCommand command : commands) {
            Change<Application> change = Application.decide(state, command);
            for (DomainEvent event : change.events()) {
                state = Application.evolve(state, event);
            }
            state = change.privately().apply(Objects.requireNonNull(state));
        }
        return Objects.requireNonNull(state);
    }

    @Test
    void answersEveryCommandInEveryStateAsApproved() {
        var table = StateTable.<Application, ApplicationCommand>of("application", Application::decide)
                .state("none", null)
                .state("APPLIED", after(OPEN));
        for (Stage stage : List.of(Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER)) {
            table.state(stage.name(), after(OPEN, moveTo(stage)));
        }
        for (ApplicationOutcome outcome : ApplicationOutcome.values()) {
            table.state(outcome.name(), after(OPEN, closeWith(outcome)));
        }
        table.command("Open", OPEN);
        for (Stage stage : Stage.values()) {
            table.command("Move to " + stage, moveTo(stage));
        }
        for (ApplicationOutcome outcome : ApplicationOutcome.values()) {
            table.command("Close with " + outcome, closeWith(outcome));
        }
        table.matches();
    }

    @Test
    void openedStandsInTheFirstStage() {
        Application state = Application.evolve(
                null, new ApplicationOpened(ID, CANDIDATE, POSITION, "Europe/Berlin", Stage.APPLIED, NINE));

        assertThat(state)
                .isEqualTo(new Application(CANDIDATE, POSITION, "Europe/Berlin", Stage.APPLIED, null, KEY, List.of()));
    }

    @Test
    void movedChangesTheStageOnly() {
        Application state = Application.evolve(after(OPEN), new ApplicationMoved(ID, Stage.APPLIED, Stage.OFFER, NINE));

        assertThat(state)
                .isEqualTo(new Application(CANDIDATE, POSITION, "Europe/Berlin", Stage.OFFER, null, KEY, List.of()));
    }

    @Test
    void closedKeepsTheStageItEndedIn() {
        Application state = Application.evolve(
                after(OPEN, moveTo(Stage.INTERVIEW)),
                new ApplicationClosed(ID, Stage.INTERVIEW, ApplicationOutcome.REJECTED, NINE));

        assertThat(state.stage()).isEqualTo(Stage.INTERVIEW);
        assertThat(state.outcome()).isEqualTo(ApplicationOutcome.REJECTED);
        assertThat(state.reasons()).hasSize(1);
    }

    @Test
    void moveTellsWhereItCameFrom() {
        assertThat(Application.decide(after(OPEN, moveTo(Stage.OFFER)), moveTo(Stage.SCREENING))
                        .events())
                .containsExactly(new ApplicationMoved(ID, Stage.OFFER, Stage.SCREENING, NINE.plusSeconds(60)));
    }

    @Test
    void reasonsPileUpInTheStateAndAreInNoEvent() {
        Application state = after(OPEN, moveTo(Stage.OFFER), closeWith(ApplicationOutcome.HIRED));

        assertThat(state.reasons())
                .extracting(Application.Reason::sealedText)
                .containsExactly("sealed OFFER", "sealed HIRED");
        assertThat(Application.decide(after(OPEN), moveTo(Stage.OFFER)).events().toString())
                .doesNotContain("sealed");
    }

    @Test
    void pastStepsAreTakenOnce() {
        List<ApplicationCommand> steps =
                List.of(OPEN, moveTo(Stage.SCREENING), moveTo(Stage.INTERVIEW), closeWith(ApplicationOutcome.HIRED));

        assertThat(Application.further(null, steps).events()).hasSize(4);
        assertThat(Application.further(after(OPEN, moveTo(Stage.SCREENING)), steps)
                        .events())
                .containsExactly(
                        new ApplicationMoved(ID, Stage.SCREENING, Stage.INTERVIEW, NINE.plusSeconds(60)),
                        new ApplicationClosed(ID, Stage.INTERVIEW, ApplicationOutcome.HIRED, NINE.plusSeconds(120)));
        assertThat(Application.further(after(OPEN, closeWith(ApplicationOutcome.WITHDRAWN)), steps)
                        .events())
                .isEmpty();
    }

    @Test
    void eventsOfOthersAreNoHistoryOfAnApplication() {
        assertThatThrownBy(() -> Application.evolve(after(OPEN), new PositionClosed(POSITION, NINE)))
                .isInstanceOf(IllegalStateException.class);
    }
}
