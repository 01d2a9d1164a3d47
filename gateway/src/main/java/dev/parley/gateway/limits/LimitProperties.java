package dev.parley.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be asked.
 *
 * @param principal by one user or API key
 * @param address from one address by callers who are not signed in
 * @param signIn attempts to sign in or set up from one address
 */
@Validated
@ConfigurationProperties("parley.limits")
record LimitProperties(
        @NotNull @Valid Limit principal,
        @NotNull @Valid Limit address,
        @NotNull @Valid Limit signIn) {}
