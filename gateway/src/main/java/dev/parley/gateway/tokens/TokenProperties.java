package dev.parley.gateway.tokens;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How internal tokens are made.
 *
 * @param lifetime of one token
 * @param keyLifetime for how long a public key is served after its gateway's last sign of life
 * @param serviceSecret what services show to get a token for a job
 * @param serviceScopes what each service may have in such a token
 */
@Validated
@ConfigurationProperties("parley.tokens")
public record TokenProperties(
        @DefaultValue("2m") Duration lifetime,
        @DefaultValue("10m") Duration keyLifetime,
        @NotBlank String serviceSecret,
        @DefaultValue Map<String, Set<String>> serviceScopes) {

    public static final String ISSUER = "parley-gateway";
    public static final String AUDIENCE = "parley";

    @Override
    public String toString() {
        return "TokenProperties";
    }
}
