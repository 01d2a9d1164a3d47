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

/** A cookie that scripts cannot read and that goes over HTTPS only, except where both ends are this machine. */
public record BrowserCookie(String name, String path, String sameSite) {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Its value, if the request carries it. */
    public Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(StringUtils::hasText)
                .findFirst();
    }

    public ResponseCookie carrying(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path(path)
                .httpOnly(true)
                .sameSite(sameSite)
                .secure(request.isSecure() || !isLoopback(request))
                .maxAge(age)
                .build();
    }

    public ResponseCookie removed(HttpServletRequest request) {
        return carrying("", Duration.ZERO, request);
    }

    /** Both ends must be this machine: a proxy on it may speak for the world. */
    private static boolean isLoopback(HttpServletRequest request) {
        return LOOPBACK_NAMES.contains(request.getServerName())
                && InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }
}
