package dev.parley.session.history;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How imports are worked on, and whom they call.
 *
 * @param lookInterval how often an instance looks for imports that nobody works on
 * @param lease how long an instance has an import to itself after each chunk; longer than a chunk takes
 * @param patience how long one row's scorecards are offered to scoring-service before the import pauses
 * @param answerTimeout how long one answer of the gateway or of scoring-service may take
 * @param gatewayUri issues the job's tokens
 * @param serviceSecret proves to the gateway that a service asks
 * @param scoringUris the instances of scoring-service
 */
@Validated
@ConfigurationProperties("parley.history")
record HistoryProperties(
        @NotNull Duration lookInterval,
        @NotNull Duration lease,
        @NotNull Duration patience,
        @NotNull Duration answerTimeout,
        @NotNull URI gatewayUri,
        @NotBlank String serviceSecret,
        @NotEmpty List<URI> scoringUris) {

    @Override
    public String toString() {
        return "HistoryProperties[…]";
    }
}
