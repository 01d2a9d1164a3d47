package dev.parley.question.packs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How imports are worked off.
 *
 * @param lease how long an import may go without a sign of life before another instance takes it over
 * @param rowsAtOnce rows between two signs of life, taken in side by side
 */
@Validated
@ConfigurationProperties("parley.imports")
record ImportProperties(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("32") @Min(1) @Max(256) int rowsAtOnce) {}
