package dev.parley.analytics.cells;

import dev.parley.platform.security.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Confines what a request asks for to the caller's organization. */
@Component
public final class Selections {

    /** Where a day begins first; sessions count in time zones of their own. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final Clock clock;

    Selections(Clock clock) {
        this.clock = clock;
    }

    public Selection of(Caller caller, Filter filter) {
        return filter.of(caller.organization(), LocalDate.ofInstant(clock.instant(), EARLIEST));
    }
}
