package dev.parley.contracts;

/** What a person decided after an interview. */
public enum DecisionOutcome {
    ADVANCE,
    HOLD,
    REJECT
}
