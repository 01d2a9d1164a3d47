package dev.parley.analytics.topology;

import static dev.parley.analytics.topology.Interviews.ADA;
import static dev.parley.analytics.topology.Interviews.KIT;
import static dev.parley.analytics.topology.Interviews.ORGANIZATION;
import static dev.parley.analytics.topology.Interviews.POSITION;
import static dev.parley.analytics.topology.Interviews.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CellTests {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    void itsTextFormIsStable() {
        var cell = new Cell(ORGANIZATION, Metric.STAGE, DAY, POSITION, null, null, null, "OFFER");
        assertThat(cell)
                .hasToString("00000000-0000-4000-8000-000000000001|STAGE|2026-03-02|"
                        + "00000000-0000-4000-8000-000000000003||||OFFER");
    }

    @Test
    void readsWhatItWrote() {
        var full = new Cell(ORGANIZATION, Metric.RATING, DAY, POSITION, KIT, QUESTION, ADA, "5");
        var sparse = new Cell(ORGANIZATION, Metric.OUTCOME, DAY, POSITION, null, null, null, "HIRED");
        assertThat(Cell.parse(full.toString())).isEqualTo(full);
        assertThat(Cell.parse(sparse.toString())).isEqualTo(sparse);
    }

    @Test
    void refusesOtherText() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.parse("a|b"));
    }
}
