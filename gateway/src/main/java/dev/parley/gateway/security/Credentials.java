package dev.parley.gateway.security;

import dev.parley.gateway.apikeys.ApiKeys;
import dev.parley.gateway.devices.CurrentSession;
import dev.parley.gateway.devices.SessionCookie;
import dev.parley.gateway.devices.SignInSession;
import dev.parley.gateway.devices.SignInSessions;
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

    /** The caller, if there is one; what it rests on stays with the request, for those whose answer has no end. */
    Optional<Caller> of(HttpServletRequest request) {
        String secret = request.getHeader(SERVICE_SECRET);
        if (secret != null && ServiceTokens.PATH.equals(request.getRequestURI())) {
            return services.bySecret(secret, request.getRemoteAddr());
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                ? byHeader(authorization, request)
                : SessionCookie.of(request).flatMap(cookie -> byCookie(cookie, request));
    }

    private Optional<Caller> byCookie(String cookie, HttpServletRequest request) {
        Optional<SignInSession> session = sessions.find(cookie);
        if (session.isEmpty()) {
            return Optional.empty();
        }
        SameSite.check(request);
        request.setAttribute(CurrentSession.ATTRIBUTE, session.get());
        Visit visit = Visit.of(request, session.get());
        Standing.note(request, () -> sessions.look(cookie).flatMap(one -> people.caller(one.account(), visit)));
        return people.caller(session.get().account(), visit);
    }

    private Optional<Caller> byHeader(String authorization, HttpServletRequest request) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        String address = request.getRemoteAddr();
        Standing.note(request, () -> byToken(token, address));
        return byToken(token, address).map(caller -> confined(caller, request));
    }

    private Optional<Caller> byToken(String token, String address) {
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
