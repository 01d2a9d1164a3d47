package dev.parley.gateway.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** What a browser may do with our answers: run our own scripts and nothing else. */
final class BrowserHeaders {

    private static final String STRICT = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /** The page that shows the API's description writes styles into its elements. */
    private static final String DOCUMENTATION = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private BrowserHeaders() {}

    static void configure(HeadersConfigurer<HttpSecurity> headers) {
        var paths = PathPatternRequestMatcher.withDefaults();
        var documentation = new OrRequestMatcher(paths.matcher("/docs/**"), paths.matcher("/swagger-ui/**"));
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(documentation, policy(DOCUMENTATION)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(documentation), policy(STRICT)));
    }

    private static HeaderWriter policy(String value) {
        return new StaticHeadersWriter("Content-Security-Policy", value);
    }
}
