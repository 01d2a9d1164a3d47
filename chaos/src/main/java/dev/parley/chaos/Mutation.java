package dev.parley.chaos;

import java.util.Locale;

/** A protection switched off from outside, to see that the checker notices. */
enum Mutation {
    /** Each so manieth event leaves the outbox without having been published. */
    OUTBOX("SKIP;dev.parley.platform.outbox.EventPublisher#publish;30", "I1"),
    /** Every event counts as the next one. */
    SEQUENCE_GUARD("TRUE;dev.parley.platform.aggregate.Sources#isNext;1", "I2"),
    /** No command says which version it was made for. */
    ETAG("SKIP;dev.parley.platform.aggregate.CommandContext#expectedVersion;1", "I5");

    private final String rule;
    private final String invariant;

    Mutation(String rule, String invariant) {
        this.rule = rule;
        this.invariant = invariant;
    }

    /** As on the command line. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For the agent. */
    String rule() {
        return rule;
    }

    /** The invariant whose violation must be found. */
    String invariant() {
        return invariant;
    }
}
