package dev.parley.gateway.accounts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one guess at a password costs (Argon2id, one lane).
 *
 * @param memory per hash
 * @param iterations passes over that memory
 * @param atOnce hashes computed at the same time; the others wait, so that sign-ins cannot starve everything else
 * @param patience how long one waits for its turn
 */
@Validated
@ConfigurationProperties("parley.passwords")
public record PasswordProperties(
        @DefaultValue("19MB") DataSize memory,
        @DefaultValue("2") @Min(1) @Max(20) int iterations,
        @DefaultValue("2") @Min(1) int atOnce,
        @DefaultValue("5s") Duration patience) {}
