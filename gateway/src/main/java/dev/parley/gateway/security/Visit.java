package dev.parley.gateway.security;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.gateway.devices.SignInSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What of a request decides who its sender is here.
 *
 * @param secondFactor whether more than a password was shown for it
 * @param own whether it is about nothing but the person who sends it
 */
record Visit(Optional<OrganizationId> organization, boolean secondFactor, boolean own, String clientAddress) {

    private static final String OWN = "/api/v1/me";

    static Visit of(HttpServletRequest request, SignInSession session) {
        String path = request.getRequestURI();
        boolean own = path.equals(OWN) || path.startsWith(OWN + "/") || path.equals("/api/v1/sign-out");
        return new Visit(RequestedOrganization.of(request), session.hasSecondFactor(), own, request.getRemoteAddr());
    }
}
