package dev.parley.platform.security;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens a service believes.
 *
 * @param jwksUri where the gateways publish their public keys
 * @param issuer the only issuer accepted
 * @param audience must be among the token's audiences
 */
@Validated
@ConfigurationProperties("parley.token")
public record TokenProperties(
        @NotNull URI jwksUri,
        @DefaultValue("parley-gateway") String issuer,
        @DefaultValue("parley") String audience) {}
