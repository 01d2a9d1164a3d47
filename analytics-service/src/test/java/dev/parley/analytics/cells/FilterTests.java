package dev.parley.analytics.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException.Invalid;
import dev.parley.platform.error.FieldError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId("00000000-0000-4000-8000-000000000001");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    @Test
    void meansTheLastNinetyDaysByItself() {
        assertThat(select(null, null)).isEqualTo(selection("2025-12-11", "2026-03-10"));
    }

    @Test
    void anEndAloneBringsItsNinetyDays() {
        assertThat(select(null, "2026-01-31")).isEqualTo(selection("2025-11-03", "2026-01-31"));
    }

    @Test
    void aStartAloneLastsUntilToday() {
        assertThat(select("2026-03-01", null)).isEqualTo(selection("2026-03-01", "2026-03-10"));
        assertThat(select("2026-04-01", null)).isEqualTo(selection("2026-04-01", "2026-04-01"));
    }

    @Test
    void allowsFourHundredDays() {
        assertThat(select("2025-01-01", "2026-02-04").days()).hasSize(400);
        assertThat(faults(new Filter("2025-01-01", "2026-02-05", null, null))).containsExactly("/from");
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(faults(new Filter("yesterday", "2026-02-30", "me", "you")))
                .containsExactly("/from", "/to", "/position", "/kit");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02,2026-03-01,/from", "-0001-01-01,,/from", ",99999-01-01,/to", "'',,/from"})
    void refusesDaysThatCannotBe(String from, String to, String pointer) {
        assertThat(faults(new Filter(from, to, null, null))).contains(pointer);
    }

    @Test
    void takesAKit() {
        var kit = new KitId("00000000-0000-4000-8000-000000000002");
        assertThat(new Filter(null, null, null, kit.value())
                        .of(ORGANIZATION, TODAY)
                        .kit())
                .isEqualTo(kit);
    }

    private static Selection select(@Nullable String from, @Nullable String to) {
        return new Filter(from, to, null, null).of(ORGANIZATION, TODAY);
    }

    private static Selection selection(String from, String to) {
        return new Selection(ORGANIZATION, LocalDate.parse(from), LocalDate.parse(to), null, null);
    }

    private static java.util.List<String> faults(Filter filter) {
        return catchThrowableOfType(Invalid.class, () -> filter.of(ORGANIZATION, TODAY)).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }
}
