package dev.parley.session.history;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whom the import job calls.
 *
 * @param gatewayUri issues the job's tokens
 * @param serviceSecret proves to the gateway that a service asks
 * @param scoringUris the instances of scoring-service
 */
@Validated
@ConfigurationProperties("parley.history")
record HistoryProperties(
        @NotNull URI gatewayUri,
        @NotBlank String serviceSecret,
        @NotEmpty List<URI> scoringUris) {}
