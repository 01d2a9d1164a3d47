package dev.parley.platform.aggregate;

import java.time.Duration;

/**
 * A caller's promise that two requests are the same one.
 *
 * @param scope keyed hash over organization, principal, route and key
 * @param fingerprint hash of the request's payload
 */
public record IdempotencyKey(String scope, String fingerprint) {

    /** How long the outcome of a command is remembered under its key. */
    public static final Duration KEPT = Duration.ofHours(24);
}
