package dev.parley.contracts;

/** How an application ended. */
public enum ApplicationOutcome {
    HIRED,
    REJECTED,
    WITHDRAWN
}
