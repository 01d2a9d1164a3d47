package dev.parley.checker;

/** One thing that is not as it must be. */
record Violation(Invariant invariant, String subject, String expected, String found) {

    @Override
    public String toString() {
        return invariant + " " + subject + ": expected " + expected + "; found " + found;
    }
}
