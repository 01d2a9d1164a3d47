package dev.parley.session.sessions;

/** Where an interview stands. */
public enum SessionStatus {
    SCHEDULED,
    IN_PROGRESS,
    PAUSED,
    COMPLETED,
    DECIDED,
    CANCELLED,
    NO_SHOW
}
