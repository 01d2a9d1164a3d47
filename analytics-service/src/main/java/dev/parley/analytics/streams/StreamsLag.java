package dev.parley.analytics.streams;

import java.util.Collection;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Sums what the consumers of the topology have not read yet; restoring state is not lag. */
final class StreamsLag {

    private StreamsLag() {}

    static double of(Collection<? extends Metric> metrics) {
        return metrics.stream()
                .filter(metric -> isLag(metric.metricName()))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .sum();
    }

    private static boolean isLag(MetricName name) {
        return name.name().equals("records-lag")
                && name.tags().containsKey("partition")
                && !name.tags().getOrDefault("client-id", "").contains("restore");
    }
}
