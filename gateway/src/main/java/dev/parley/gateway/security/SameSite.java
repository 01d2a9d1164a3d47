package dev.parley.gateway.security;

import dev.parley.platform.error.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What a cookie alone does not prove: that one of our own pages made the request. */
final class SameSite {

    static final String HEADER = "X-Parley-Request";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** What browsers say of requests that our own pages, or their user, made. */
    private static final Set<String> FROM_US = Set.of("same-origin", "none");

    private SameSite() {}

    /**
     * Refuses a change of which the browser itself says that another site made it; to be asked even where no cookie
     * counts, since a sign-in forced on somebody is an attack too.
     *
     * @throws DomainException.Forbidden when it came from another site
     */
    static void checkOrigin(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        if (from != null && !SAFE.contains(request.getMethod()) && !FROM_US.contains(from)) {
            throw new DomainException.Forbidden("Another site made the browser send this change.");
        }
    }

    /**
     * Refuses a change that another site may have made the browser send.
     *
     * @throws DomainException.Forbidden without our header and without our own origin
     */
    static void check(HttpServletRequest request) {
        boolean ours = SAFE.contains(request.getMethod())
                || "1".equals(request.getHeader(HEADER))
                || ownOrigin(request).equals(request.getHeader("Origin"));
        if (!ours) {
            throw new DomainException.Forbidden(
                    "A change made with the session cookie needs the header " + HEADER + ": 1.");
        }
    }

    private static String ownOrigin(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean usual = port == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
