package dev.parley.platform.security;

import dev.parley.platform.error.DomainException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Access to the caller of the current request. */
public final class Callers {

    private Callers() {}

    /**
     * Who makes the current request.
     *
     * @throws DomainException.Unauthenticated when nobody is signed in
     */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof CallerAuthentication known) {
            return known.getPrincipal();
        }
        throw new DomainException.Unauthenticated("The request carries no valid credentials.");
    }
}
