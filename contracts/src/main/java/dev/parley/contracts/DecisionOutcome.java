package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;

/** What a person decided after an interview. */
@Describe("what a person decided after the interview")
public enum DecisionOutcome {
    ADVANCE,
    HOLD,
    REJECT
}
