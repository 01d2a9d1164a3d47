package dev.parley.analytics.updates;

import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** When a caller's token ends, and with it every stream it opened. */
@Component
public final class TokenEnds {

    private static final int SCHEME = "Bearer ".length();

    private final JwtDecoder tokens;

    TokenEnds(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    /** Of the token in an Authorization header that was let through. */
    public Instant of(String authorization) {
        return Objects.requireNonNull(
                tokens.decode(authorization.substring(SCHEME)).getExpiresAt());
    }
}
