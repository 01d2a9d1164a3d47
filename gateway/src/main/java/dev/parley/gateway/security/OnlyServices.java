package dev.parley.gateway.security;

import dev.parley.platform.security.CallerAuthentication;
import dev.parley.platform.security.PrincipalType;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Internal routes are closed to people and API keys. */
final class OnlyServices implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(authentication.get() instanceof CallerAuthentication known
                && known.getPrincipal().type() == PrincipalType.SERVICE);
    }
}
