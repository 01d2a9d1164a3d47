package dev.parley.checker;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days a run can touch, whatever the time zone. */
final class Days {
    private static final int EITHER_WAY = 3;

    private Days() {}

    static String around() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return "from=" + today.minusDays(EITHER_WAY) + "&to=" + today.plusDays(EITHER_WAY);
    }
}
