package dev.parley.platform.inbox;

import dev.parley.contracts.Subject;

/** Events before this one never came: the subject has to be set aside. */
public final class SequenceGapException extends RuntimeException {

    public SequenceGapException(Subject subject, long reached, long found) {
        super(subject + " was followed to " + reached + ", and " + found + " came next");
    }
}
