package dev.parley.gateway.security;

import dev.parley.gateway.apikeys.ApiKeys;
import dev.parley.gateway.signin.SessionCookie;
import dev.parley.gateway.signin.SignInSessions;
import dev.parley.gateway.tokens.ServiceTokens;
import dev.parley.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Finds out who makes a request. Whoever shows something other than a cookie is not looked for by cookie. */
@Component
class Credentials {

    static final String SERVICE_SECRET = "X-Parley-Service-Secret";
    private static final String BEARER = "Bearer ";

    private final SignInSessions sessions;
    private final ApiKeys apiKeys;
    private final ServiceTokens services;
    private final People people;

    Credentials(SignInSessions sessions, ApiKeys apiKeys, ServiceTokens services, People people) {
        this.sessions = sessions;
        this.apiKeys = apiKeys;
        this.services = services;
        this.people = people;
    }

    Optional<Caller> of(HttpServletRequest request) {
        String secret = request.getHeader(SERVICE_SECRET);
        if (secret != null && ServiceTokens.PATH.equals(request.getRequestURI())) {
            return services.bySecret(secret, request.getRemoteAddr());
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                ? bearer(authorization, request).map(caller -> confined(caller, request))
                : SessionCookie.of(request).flatMap(sessions::find).flatMap(session -> {
                    SameSite.check(request);
                    return people.caller(session.account(), RequestedOrganization.of(request), request.getRemoteAddr());
                });
    }

    private Optional<Caller> bearer(String authorization, HttpServletRequest request) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        String address = request.getRemoteAddr();
        return apiKeys.recognize(token, address).or(() -> services.byToken(token, address));
    }

    private static Caller confined(Caller caller, HttpServletRequest request) {
        RequestedOrganization.of(request)
                .filter(named -> !named.equals(caller.organizationId()))
                .ifPresent(_ -> {
                    throw RequestedOrganization.refused();
                });
        return caller;
    }
}
