package dev.parley.analytics.cells;

import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a request asks for, as it was sent. */
public record Filter(
        @Parameter(description = "first day; without it the 90 days up to the last", example = "2026-03-01") @Nullable
        String from,

        @Parameter(description = "last day; without it today, where it is latest on earth", example = "2026-03-31")
        @Nullable
        String to,

        @Parameter(description = "only this position") @Nullable
        String position,

        @Parameter(description = "only this kit; applications have none, so the funnel disregards it") @Nullable
        String kit) {

    private static final int DEFAULT_DAYS = 90;
    private static final int MOST_DAYS = 400;

    /**
     * The selection this means.
     *
     * @throws DomainException.Invalid naming every fault
     */
    Selection of(OrganizationId organization, LocalDate today) {
        List<FieldError> faults = new ArrayList<>();
        LocalDate first = read("from", from, Filter::day, "a day like 2026-03-01", faults);
        LocalDate last = read("to", to, Filter::day, "a day like 2026-03-01", faults);
        PositionId onlyPosition = read("position", position, PositionId::new, "a lower-case UUID", faults);
        KitId onlyKit = read("kit", kit, KitId::new, "a lower-case UUID", faults);
        LocalDate end = last != null ? last : first != null && first.isAfter(today) ? first : today;
        LocalDate start = first != null ? first : end.minusDays(DEFAULT_DAYS - 1L);
        if (start.isAfter(end)) {
            faults.add(new FieldError("/from", "expected a day not after to, " + end));
        } else if (ChronoUnit.DAYS.between(start, end) >= MOST_DAYS) {
            faults.add(new FieldError("/from", "expected a range of at most " + MOST_DAYS + " days"));
        }
        if (!faults.isEmpty()) {
            throw new DomainException.Invalid(faults);
        }
        return new Selection(organization, start, end, onlyPosition, onlyKit);
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1970 || day.getYear() > 9000) {
            throw new IllegalArgumentException("no day of interviews");
        }
        return day;
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, Function<String, T> reader, String expected, List<FieldError> faults) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            faults.add(new FieldError("/" + name, "expected " + expected));
            return null;
        }
    }
}
