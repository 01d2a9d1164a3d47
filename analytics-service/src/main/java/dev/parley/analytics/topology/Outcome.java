package dev.parley.analytics.topology;

/** What the fact processor makes of a record. */
sealed interface Outcome {

    /** A cell's count changes; the record key is the cell. */
    record Delta(int amount) implements Outcome {}

    /** The record is set aside as it came, or is done after all; headers say why and where it was. */
    record DeadLetter(byte[] value) implements Outcome {}
}
