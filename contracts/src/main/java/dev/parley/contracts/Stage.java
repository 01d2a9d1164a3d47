package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;

/** Where an open application stands, in the order of the funnel. */
@Describe("where an open application stands, in the order of the funnel")
public enum Stage {
    APPLIED,
    SCREENING,
    INTERVIEW,
    OFFER
}
