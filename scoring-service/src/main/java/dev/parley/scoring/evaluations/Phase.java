package dev.parley.scoring.evaluations;

/** Where an evaluation stands. */
public enum Phase {
    /** The interview is planned; nobody rates yet. */
    SCHEDULED,
    /** The interview began: cards may be written and submitted. */
    OPEN,
    /** The interview is over and the panel that owes cards is final. */
    FROZEN,
    /** All cards are in and visible. */
    REVEALED,
    /** A person decided. */
    DECIDED,
    /** The interview did not take place to its end. */
    CLOSED;

    boolean takesCards() {
        return this == OPEN || this == FROZEN;
    }

    boolean isRevealed() {
        return this == REVEALED || this == DECIDED;
    }
}
