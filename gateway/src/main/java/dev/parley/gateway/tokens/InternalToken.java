package dev.parley.gateway.tokens;

import java.time.Instant;

/** A signed token as it goes to services. */
public record InternalToken(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "InternalToken";
    }
}
