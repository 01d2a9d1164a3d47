package dev.parley.platform.telemetry;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Sends traces, metrics and logs to the collector that {@code parley.telemetry} names; without one, nowhere. */
public final class OtlpExport implements EnvironmentPostProcessor {

    static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";
    static final String LOGS = "management.opentelemetry.logging.export.otlp.endpoint";
    static final String METRICS = "management.otlp.metrics.export.url";
    static final String METRICS_ENABLED = "management.otlp.metrics.export.enabled";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        URI collector = Binder.get(environment)
                .bindOrCreate(TelemetryProperties.PREFIX, TelemetryProperties.class)
                .otlpEndpoint();
        Map<String, Object> settings = new HashMap<>();
        // unlike the other two, the exporter of metrics has a default address
        settings.put(METRICS_ENABLED, collector != null);
        if (collector != null) {
            String base = collector.toString().replaceFirst("/+$", "");
            settings.put(TRACES, base + "/v1/traces");
            settings.put(LOGS, base + "/v1/logs");
            settings.put(METRICS, base + "/v1/metrics");
        }
        environment.getPropertySources().addLast(new MapPropertySource("otlp", settings));
    }
}
