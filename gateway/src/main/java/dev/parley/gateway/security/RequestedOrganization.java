package dev.parley.gateway.security;

import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.error.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** The organization a request is for: a header, or for streams, where browsers can set none, a query parameter. */
final class RequestedOrganization {

    static final String HEADER = "X-Parley-Organization";
    static final String PARAMETER = "organization";
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private RequestedOrganization() {}

    static Optional<OrganizationId> of(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        boolean readsOnly = READS.contains(request.getMethod());
        String named = header == null && readsOnly ? request.getParameter(PARAMETER) : header;
        try {
            return Optional.ofNullable(named).map(OrganizationId::new);
        } catch (IllegalArgumentException e) {
            throw new DomainException.Invalid("/" + HEADER, "expected a lower-case UUID");
        }
    }

    /** What is told to those who name an organization that is not theirs, whether or not it exists. */
    static DomainException refused() {
        return new DomainException.Forbidden("You do not belong to the organization this request names.");
    }
}
