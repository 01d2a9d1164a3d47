package dev.parley.gateway.limits;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A token bucket: so many requests at once, and as many again spread over the window.
 *
 * @param quota requests
 * @param window in which an empty bucket fills up
 */
public record Limit(
        @Min(1) int quota, @DefaultValue("1m") @NotNull Duration window) {

    /** Time one request costs. */
    double intervalMillis() {
        return (double) window.toMillis() / quota;
    }
}
