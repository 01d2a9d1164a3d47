package dev.parley.analytics.streams;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this instance runs the topology.
 *
 * @param generation counts rebuilds: a higher one is another application that counts everything anew, and its cells
 *     replace those of the lower one
 * @param instance name of this instance; a restart under the same name takes its partitions back at once
 * @param stateDirectory where the state stores keep their files; they can be restored from Kafka
 * @param commitInterval how often counts become visible downstream, twice on the way from an event to a view
 * @param threads processing threads of this instance
 */
@Validated
@ConfigurationProperties("parley.analytics")
public record AnalyticsProperties(
        @DefaultValue("1") @Min(1) int generation,
        @NotBlank String instance,
        Path stateDirectory,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("2") @Min(1) int threads) {

    /** Also the name of the consumer group. */
    public String applicationId() {
        return "parley-analytics-" + generation;
    }

    Path instanceDirectory() {
        return stateDirectory.resolve(instance);
    }
}
