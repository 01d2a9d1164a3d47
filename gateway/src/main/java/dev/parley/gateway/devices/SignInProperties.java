package dev.parley.gateway.devices;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a sign-in lasts.
 *
 * @param idle ends a session that is not used
 * @param absolute ends every session
 * @param seenAccuracy how exactly the last use is known
 * @param cached how long Redis keeps a session
 */
@Validated
@ConfigurationProperties("parley.sign-in")
public record SignInProperties(
        @DefaultValue("8h") @NotNull Duration idle,
        @DefaultValue("24h") @NotNull Duration absolute,
        @DefaultValue("5m") @NotNull Duration seenAccuracy,
        @DefaultValue("10m") @NotNull Duration cached) {}
