package dev.parley.analytics.cells;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sum of cells; day and kit are there when it was asked for by them. */
public record CellSum(@Nullable String day, @Nullable String kitId, String value, long count) {

    public LocalDate dayOrFail() {
        return LocalDate.parse(Objects.requireNonNull(day));
    }

    public String kitIdOrFail() {
        return Objects.requireNonNull(kitId);
    }

    /** Counts by value. */
    public static Map<String, Long> byValue(Collection<CellSum> sums) {
        return sums.stream().collect(Collectors.toMap(CellSum::value, CellSum::count, Long::sum));
    }
}
