package dev.parley.gateway.limits;

import dev.parley.platform.security.Caller;
import dev.parley.platform.security.CallerAuthentication;
import dev.parley.platform.security.PrincipalType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which bucket a request takes from. */
@Component
public class Limits {

    private static final Set<String> LIMITED = Set.of("/api/", "/openapi/", "/asyncapi", "/schemas/", "/internal/");
    /** Where people prove who they are by a link, and may be signed in as somebody already. */
    public static final String ACCEPTANCE = "/api/v1/invitations/acceptance";

    /** Where people prove who they are: a request's own credentials, if any, are not looked at. */
    public static final Set<String> SIGN_IN = Set.of(
            "/api/v1/sign-in",
            "/api/v1/sign-in/code",
            "/api/v1/password-reset",
            "/api/v1/password-reset/completion",
            "/api/v1/setup");

    private final RedisBuckets shared;
    private final LocalBuckets local;
    private final LimitProperties properties;

    Limits(RedisBuckets shared, LocalBuckets local, LimitProperties properties) {
        this.shared = shared;
        this.local = local;
        this.properties = properties;
    }

    /** What the request found; empty for what is not limited: pages, keys, and our own services. */
    Optional<Bucket> take(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (LIMITED.stream().noneMatch(path::startsWith)) {
            return Optional.empty();
        }
        if ((SIGN_IN.contains(path) || ACCEPTANCE.equals(path)) && "POST".equals(request.getMethod())) {
            return Optional.of(take("sign-in/" + request.getRemoteAddr(), properties.signIn()));
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof CallerAuthentication known
                ? take(known.getPrincipal())
                : Optional.of(take("address/" + request.getRemoteAddr(), properties.address()));
    }

    private Optional<Bucket> take(Caller caller) {
        return caller.type() == PrincipalType.SERVICE
                ? Optional.empty()
                : Optional.of(take(caller.actor(), properties.principal()));
    }

    private Bucket take(String key, Limit limit) {
        return shared.take(key, limit).orElseGet(() -> local.take(key, limit));
    }
}
