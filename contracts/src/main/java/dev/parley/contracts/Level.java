package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;

/** How demanding a question is. */
@Describe("how demanding the question is")
public enum Level {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED
}
