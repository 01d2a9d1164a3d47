package dev.parley.gateway.devices;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** The cookie that keeps a browser signed in. */
public final class SessionCookie {

    private static final BrowserCookie COOKIE = new BrowserCookie("parley_session", "/", "Lax");

    private SessionCookie() {}

    /** Its value, if the request carries it. */
    public static Optional<String> of(HttpServletRequest request) {
        return COOKIE.of(request);
    }

    public static ResponseCookie carrying(SessionToken token, Duration age, HttpServletRequest request) {
        return COOKIE.carrying(token.value(), age, request);
    }

    public static ResponseCookie removed(HttpServletRequest request) {
        return COOKIE.removed(request);
    }
}
