package dev.parley.platform.telemetry;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where telemetry goes, and what it says of its origin.
 *
 * @param otlpEndpoint base address of a collector that takes OTLP over HTTP; without it nothing is sent
 * @param environment name of the deployment this instance is part of
 */
@Validated
@ConfigurationProperties(TelemetryProperties.PREFIX)
public record TelemetryProperties(
        @Nullable URI otlpEndpoint,
        @DefaultValue("production") @NotBlank String environment) {

    static final String PREFIX = "parley.telemetry";

    public TelemetryProperties {
        if (otlpEndpoint != null && !isWebAddress(otlpEndpoint)) {
            throw new IllegalArgumentException(
                    "PARLEY_OTLP_ENDPOINT is \"%s\", which is no http or https address of a host such as http://collector:4318"
                            .formatted(otlpEndpoint));
        }
    }

    private static boolean isWebAddress(URI address) {
        return address.getScheme() != null
                && Set.of("http", "https").contains(address.getScheme())
                && address.getHost() != null
                && address.getQuery() == null;
    }
}
