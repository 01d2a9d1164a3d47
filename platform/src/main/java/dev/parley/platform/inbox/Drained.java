package dev.parley.platform.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How far a subject was drained.
 *
 * @param settled letters that are done now
 * @param waiting letters of the subject that are left
 * @param stopped at which it ended; absent when nothing failed, so that what is left can be drained by asking again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Drained(int settled, long waiting, @Nullable Stop stopped) {

    /** The letter that failed again, and why. */
    public record Stop(String id, String cause) {

        public static Stop at(Letter letter) {
            return new Stop(letter.id(), letter.cause());
        }
    }
}
