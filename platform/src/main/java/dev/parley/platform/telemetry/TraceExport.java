package dev.parley.platform.telemetry;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Sends traces to the collector whose OTLP/HTTP base address {@code PARLEY_OTLP_ENDPOINT} gives; without it, nowhere. */
public final class TraceExport implements EnvironmentPostProcessor {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String base = environment.getProperty("PARLEY_OTLP_ENDPOINT", "").strip();
        if (!base.isEmpty()) {
            String traces = base.replaceFirst("/+$", "") + "/v1/traces";
            environment.getPropertySources().addLast(new MapPropertySource("otlp", Map.of(ENDPOINT, traces)));
        }
    }
}
