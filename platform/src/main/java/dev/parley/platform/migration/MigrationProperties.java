package dev.parley.platform.migration;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When documents are brought to a newer form.
 *
 * @param mode ON_START: before an instance is ready; ONLY: that and nothing else, then it ends; NEVER: not by this instance
 * @param lease for how long an instance that was cut off keeps the others waiting
 * @param patience for how long one waits for another that is at it
 */
@Validated
@ConfigurationProperties("parley.migrations")
public record MigrationProperties(
        @NotNull @DefaultValue("ON_START") Mode mode,
        @NotNull @DefaultValue("30s") Duration lease,
        @NotNull @DefaultValue("30m") Duration patience) {

    /** What an instance does about outstanding migrations. */
    public enum Mode {
        ON_START,
        ONLY,
        NEVER
    }
}
