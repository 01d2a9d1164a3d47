package dev.parley.platform.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Spring Boot does not set up itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelemetryProperties.class)
public class TelemetryConfiguration {

    @Bean
    @ConditionalOnExpression("!'${" + TelemetryProperties.PREFIX + ".otlp-endpoint:}'.isBlank()")
    LogExport logExport(OpenTelemetry telemetry) {
        return new LogExport(telemetry);
    }
}
