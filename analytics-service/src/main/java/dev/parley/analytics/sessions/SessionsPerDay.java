package dev.parley.analytics.sessions;

import java.time.LocalDate;
import java.util.List;

/** A row for every selected day and every kit that has a session in them. */
public record SessionsPerDay(List<SessionDay> sessionsPerDay) {

    /**
     * Sessions of one kit on one day.
     *
     * @param scheduled planned for this day
     * @param started begun on this day
     * @param completed over on this day
     * @param decided first decided on this day
     * @param cancelled planned for this day, then cancelled
     * @param noShow planned for this day, not attended
     */
    public record SessionDay(
            LocalDate day,
            String kitId,
            long scheduled,
            long started,
            long completed,
            long decided,
            long cancelled,
            long noShow) {}
}
