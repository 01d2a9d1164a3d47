package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;

/** How an application ended. */
@Describe("how the application ended")
public enum ApplicationOutcome {
    HIRED,
    REJECTED,
    WITHDRAWN
}
