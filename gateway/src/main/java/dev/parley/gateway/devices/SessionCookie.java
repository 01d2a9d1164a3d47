package dev.parley.gateway.devices;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseCookie;
import org.springframework.util.StringUtils;

/** The cookie that keeps a browser signed in. */
public final class SessionCookie {

    static final String NAME = "parley_session";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private SessionCookie() {}

    /** Its value, if the request carries it. */
    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(StringUtils::hasText)
                .findFirst();
    }

    public static ResponseCookie carrying(SessionToken token, Duration age, HttpServletRequest request) {
        return cookie(token.value(), age, request);
    }

    public static ResponseCookie removed(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure() || !isLoopback(request))
                .maxAge(age)
                .build();
    }

    /** Both ends must be this machine: a proxy on it may speak for the world. */
    private static boolean isLoopback(HttpServletRequest request) {
        return LOOPBACK_NAMES.contains(request.getServerName())
                && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }
}
