package dev.parley.analytics.streams;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Named {@code streams} in the readiness group: figures are being counted, or partitions being handed over. */
@Component("streams")
final class StreamsHealth implements HealthIndicator {

    private final AnalyticsStreams streams;

    StreamsHealth(AnalyticsStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        var health = streams.isProcessing() ? Health.up() : Health.outOfService();
        return health.withDetail("lag", streams.lag()).build();
    }
}
