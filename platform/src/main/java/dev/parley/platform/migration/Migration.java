package dev.parley.platform.migration;

import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One step of a service's documents to a newer form. The code it is released with reads and writes both forms, so it
 * runs when no older code writes any more; what a later release relies on is {@link #isReliedUpon}.
 *
 * <p>It can be cut off at any moment and run again, and it can run twice at a time: each of its writes is conditional on
 * the old form. A write that changes an aggregate's state also increments its version, so that a command that has read
 * the old form decides again.
 */
public interface Migration {

    /** 1 for a service's first one; without gaps, and never used again for another. */
    int version();

    /** In a few words, for logs and for the collection that remembers it. */
    String purpose();

    /** Gives the number of documents changed. */
    long apply(MongoTemplate mongo);

    /** Whether this release no longer reads the old form. */
    default boolean isReliedUpon() {
        return false;
    }
}
