package dev.parley.gateway.accounts;

import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to open an account. Until the user it is for exists, the same attempt may open it again; another may not
 * while this one can still be under way, or the password of one would come with the name of the other.
 *
 * @param attempt the same for repeats of one request
 */
public record Opening(String attempt, Instant at) {

    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    boolean isOverFor(Opening other) {
        return attempt.equals(other.attempt) || !other.at.isBefore(at.plus(UNDER_WAY));
    }
}
