package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;

/** One interviewer's overall advice. */
@Describe("the interviewer's overall advice")
public enum Recommendation {
    DEFINITELY_NO,
    NO,
    YES,
    STRONG_YES,
    NO_DECISION
}
