package dev.parley.gateway.security;

import dev.parley.platform.error.DomainException;

/** What is refused before any handler sees it. */
final class Refusals {

    private Refusals() {}

    static DomainException closed() {
        return new DomainException.Forbidden("This route is not for you.");
    }
}
