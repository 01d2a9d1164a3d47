package dev.parley.platform.inbox;

import dev.parley.contracts.Subject;

/** Two different events claim the same place in a subject's history: an alarm, never normal. */
public final class SequenceReusedException extends RuntimeException {

    public SequenceReusedException(Subject subject, long sequence) {
        super(subject + " has two different events with sequence " + sequence);
    }
}
