package dev.parley.contracts;

/** How demanding a question is. */
public enum Level {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED
}
