package dev.parley.analytics.topology;

/** What is counted of a session. */
public enum Milestone {
    /** Planned, on the day it is planned for; a session that was cancelled or not attended was planned all the same. */
    SCHEDULED,
    STARTED,
    COMPLETED,
    /** First decided, on the day of that decision. */
    DECIDED,
    /** Cancelled, on the day it was planned for. */
    CANCELLED,
    /** Not attended, on the day it was planned for. */
    NO_SHOW
}
