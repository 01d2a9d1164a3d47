package dev.parley.analytics.topology;

/** What a cell counts; says what its day and its value mean. */
public enum Metric {
    /** Applications that reached a stage (value: stage), by the day they were opened. */
    STAGE,
    /** Applications that ended (value: outcome), by the day they were opened. */
    OUTCOME,
    /** Sessions (value: {@link Milestone}), by the day the milestone belongs to. */
    SESSION,
    /** Raw weighted scores (value: lower end of the bucket in thousandths), by the day the session was completed. */
    SCORE,
    /** Single ratings by question and interviewer (value: 1 to 5), by the day the session was completed. */
    RATING,
    /** Time from completion to the first decision (value: upper end of the bucket in minutes), by that decision's day. */
    TIME_TO_DECISION,
    /** Decisions in force (value: outcome), by the day they were made; a reversal moves the count. */
    DECISION
}
