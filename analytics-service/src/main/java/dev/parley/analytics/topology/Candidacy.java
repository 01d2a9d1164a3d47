package dev.parley.analytics.topology;

import dev.parley.contracts.ApplicationEvent;
import dev.parley.contracts.ApplicationEvent.ApplicationClosed;
import dev.parley.contracts.ApplicationEvent.ApplicationMoved;
import dev.parley.contracts.ApplicationEvent.ApplicationOpened;
import dev.parley.contracts.ApplicationOutcome;
import dev.parley.contracts.MalformedEventException;
import dev.parley.contracts.Stage;
import dev.parley.contracts.id.PositionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the events of {@code application/<id>} say.
 *
 * @param stage where it stands, or where it ended
 */
record Candidacy(
        PositionId position,
        LocalDate day,
        Stage stage,
        @Nullable ApplicationOutcome outcome) {

    Candidacy {
        Objects.requireNonNull(position);
        Objects.requireNonNull(stage);
    }

    static Candidacy evolve(@Nullable Candidacy before, ApplicationEvent event) {
        return switch (event) {
            case ApplicationOpened e ->
                new Candidacy(e.positionId(), day(e.occurredAt(), e.timeZone()), e.stage(), null);
            case ApplicationMoved e -> opened(before).at(e.to(), null);
            case ApplicationClosed e -> opened(before).at(e.stage(), Objects.requireNonNull(e.outcome()));
        };
    }

    private Candidacy at(Stage reached, @Nullable ApplicationOutcome end) {
        return new Candidacy(position, day, reached, end);
    }

    private static LocalDate day(Instant instant, String timeZone) {
        return LocalDate.ofInstant(instant, ZoneId.of(timeZone));
    }

    private static Candidacy opened(@Nullable Candidacy before) {
        if (before == null) {
            throw new MalformedEventException("the application was never opened");
        }
        return before;
    }
}
