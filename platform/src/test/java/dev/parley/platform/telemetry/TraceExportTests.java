package dev.parley.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class TraceExportTests {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"http://collector:4318", "http://collector:4318/"})
    void tracesGoToTheGivenCollector(String base) {
        environment.setProperty("PARLEY_OTLP_ENDPOINT", base);

        new TraceExport().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty(TraceExport.ENDPOINT)).isEqualTo("http://collector:4318/v1/traces");
    }

    @Test
    void withoutACollectorNothingIsSent() {
        new TraceExport().postProcessEnvironment(environment, new SpringApplication());
        environment.setProperty("PARLEY_OTLP_ENDPOINT", " ");
        new TraceExport().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.containsProperty(TraceExport.ENDPOINT)).isFalse();
    }

    @Test
    void everyServiceHasIt() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(EnvironmentPostProcessor.class, (_, _, _) -> {}))
                .hasAtLeastOneElementOfType(TraceExport.class);
    }
}
