package dev.parley.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Counts what happens in all interviews and answers with figures. */
@SpringBootApplication
@ConfigurationPropertiesScan
class AnalyticsApplication {

    static void main(String[] arguments) {
        SpringApplication.run(AnalyticsApplication.class, arguments);
    }
}
