package dev.parley.contracts;

/** Where an open application stands, in the order of the funnel. */
public enum Stage {
    APPLIED,
    SCREENING,
    INTERVIEW,
    OFFER
}
