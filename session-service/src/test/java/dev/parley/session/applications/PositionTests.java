package dev.parley.session.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.PositionEvent.PositionClosed;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.PositionId;
import dev.parley.session.applications.Position.Command;
import dev.parley.testkit.StateTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PositionTests {

    private static final PositionId ID = new PositionId("00000000-0000-4000-8000-000000000001");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.000Z");
    private static final Position AN_OPEN_ONE = new Position("Backend engineer", "Europe/Berlin", Position.Status.OPEN);
    private static final Position A_CLOSED_ONE =
            new Position("Backend engineer", "Europe/Berlin", Position.Status.CLOSED);
    private static final Command.Open OPEN = new Command.Open(ID, "Backend engineer", "Europe/Berlin", NINE);
    private static final Command.Close CLOSE = new Command.Close(ID, NINE);

    @Test
    void answersEveryCommandInEveryStateAsApproved() {
        StateTable.<Position, Command>of("position", Position::decide)
                .state("none", null)
                .state("OPEN", AN_OPEN_ONE)
                .state("CLOSED", A_CLOSED_ONE)
                .command("Open", OPEN)
                .command("Close", CLOSE)
                .matches();
    }

    @Test
    void openedTakesApplicationsAndLearnsItsTitlePrivately() {
        var change = Position.decide(null, OPEN);
        Position told = Position.evolve(null, new PositionOpened(ID, "Europe/Berlin", NINE));

        assertThat(change.events()).containsExactly(new PositionOpened(ID, "Europe/Berlin", NINE));
        assertThat(told).isEqualTo(new Position("", "Europe/Berlin", Position.Status.OPEN));
        assertThat(change.privately().apply(told)).isEqualTo(AN_OPEN_ONE);
    }

    @Test
    void closedKeepsTheRest() {
        assertThat(Position.evolve(AN_OPEN_ONE, new PositionClosed(ID, NINE))).isEqualTo(A_CLOSED_ONE);
    }

    @Test
    void eventsOfOthersAreNoHistoryOfAPosition() {
        assertThatThrownBy(() -> Position.evolve(null, new PositionClosed(ID, NINE)))
                .isInstanceOf(IllegalStateException.class);
    }
}
