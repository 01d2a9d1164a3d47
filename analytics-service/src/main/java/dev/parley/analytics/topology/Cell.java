package dev.parley.analytics.topology;

import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import dev.parley.contracts.id.QuestionId;
import dev.parley.contracts.id.UserId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The address of one count. Its text form is the record key of the cells topic and stable for ever: parts in the order
 * of the components, separated by {@code |}, absent ones empty.
 *
 * @param day in the time zone pinned for the session or application
 * @param value what the metric counts by: a stage, an outcome, a bucket, a rating
 */
public record Cell(
        OrganizationId organization,
        Metric metric,
        LocalDate day,
        PositionId position,
        @Nullable KitId kit,
        @Nullable QuestionId question,
        @Nullable UserId interviewer,
        String value) {

    private static final int PARTS = 8;

    @Override
    public String toString() {
        return String.join(
                "|",
                organization.value(),
                metric.name(),
                day.toString(),
                position.value(),
                Objects.toString(kit, ""),
                Objects.toString(question, ""),
                Objects.toString(interviewer, ""),
                value);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is not one
     * @throws java.time.DateTimeException when the day is none
     */
    public static Cell parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("a cell has " + PARTS + " parts, not " + parts.length);
        }
        return new Cell(
                new OrganizationId(parts[0]),
                Metric.valueOf(parts[1]),
                LocalDate.parse(parts[2]),
                new PositionId(parts[3]),
                optional(parts[4], KitId::new),
                optional(parts[5], QuestionId::new),
                optional(parts[6], UserId::new),
                parts[7]);
    }

    private static <T> @Nullable T optional(String text, Function<String, T> read) {
        return text.isEmpty() ? null : read.apply(text);
    }
}
