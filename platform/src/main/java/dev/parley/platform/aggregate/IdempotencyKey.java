package dev.parley.platform.aggregate;

/**
 * A caller's promise that two requests are the same one.
 *
 * @param scope keyed hash over organization, principal, route and key
 * @param fingerprint hash of the request's payload
 */
public record IdempotencyKey(String scope, String fingerprint) {}
