package dev.parley.gateway.security;

import java.net.InetAddress;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Metrics and the state of components are for whoever asks from a loopback or private address. */
final class FromInside implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        var address = InetAddress.ofLiteral(context.getRequest().getRemoteAddr());
        return new AuthorizationDecision(address.isLoopbackAddress() || address.isSiteLocalAddress());
    }
}
