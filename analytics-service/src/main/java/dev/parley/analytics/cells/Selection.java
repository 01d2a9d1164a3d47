package dev.parley.analytics.cells;

import dev.parley.contracts.id.KitId;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a view is about: one organization, a range of days with both ends, and perhaps one position or kit. */
public record Selection(
        OrganizationId organization,
        LocalDate from,
        LocalDate to,
        @Nullable PositionId position,
        @Nullable KitId kit) {

    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }

    /** For figures that have no kit. */
    public Selection ofAllKits() {
        return new Selection(organization, from, to, position, null);
    }
}
