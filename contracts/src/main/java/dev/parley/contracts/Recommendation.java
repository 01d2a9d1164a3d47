package dev.parley.contracts;

/** One interviewer's overall advice. */
public enum Recommendation {
    DEFINITELY_NO,
    NO,
    YES,
    STRONG_YES,
    NO_DECISION
}
