package dev.parley.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Metrics and the state of components are for whoever asks on the management port; where that is the port of everything
 * else, for whoever asks from this very machine and through no proxy.
 */
public final class FromInside implements AuthorizationManager<RequestAuthorizationContext> {

    /** What anybody may know: whether the process lives, and whether it takes requests. */
    public static final String[] PROBES = {
        "/actuator/health/liveness", "/actuator/health/readiness", "/livez", "/readyz"
    };

    private final Environment environment;

    FromInside(Environment environment) {
        this.environment = environment;
    }

    public static FromInside of(HttpSecurity http) {
        return new FromInside(http.getSharedObject(ApplicationContext.class).getEnvironment());
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(onManagementPort(request) || (isLoopback(request) && !isForwarded(request)));
    }

    private boolean onManagementPort(HttpServletRequest request) {
        @Nullable Integer management = environment.getProperty("local.management.port", Integer.class);
        return management != null
                && request.getLocalPort() == management
                && !Objects.equals(management, environment.getProperty("local.server.port", Integer.class));
    }

    private static boolean isLoopback(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    // a proxy's word for the address may be the caller's own; once believed, the headers are gone and the mark is there
    private static boolean isForwarded(HttpServletRequest request) {
        return request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) != null
                || Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP")
                        .anyMatch(name -> request.getHeader(name) != null);
    }
}
