package dev.parley.gateway.security;

import dev.parley.platform.error.DomainException;
import dev.parley.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether the caller of a request is still who they were when it came: asked for as long as an answer goes on. */
public final class Standing {

    private static final String ATTRIBUTE = Standing.class.getName();

    private Standing() {}

    static void note(HttpServletRequest request, Supplier<Optional<Caller>> again) {
        request.setAttribute(ATTRIBUTE, again);
    }

    /** True as long as the same credentials lead to the same caller, with the same roles, scopes and organization. */
    @SuppressWarnings("unchecked") // only note() sets the attribute
    public static BooleanSupplier of(HttpServletRequest request, Caller caller) {
        return request.getAttribute(ATTRIBUTE) instanceof Supplier<?> again
                ? () -> stands((Supplier<Optional<Caller>>) again, caller)
                : () -> true;
    }

    private static boolean stands(Supplier<Optional<Caller>> again, Caller caller) {
        try {
            return again.get().equals(Optional.of(caller));
        } catch (DomainException refused) {
            return false;
        }
    }
}
