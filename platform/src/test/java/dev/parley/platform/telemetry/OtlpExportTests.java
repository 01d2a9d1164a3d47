package dev.parley.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class OtlpExportTests {

    private static final String ENDPOINT = "parley.telemetry.otlp-endpoint";

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"http://collector:4318", "http://collector:4318/"})
    void allThreeSignalsGoToTheGivenCollector(String base) {
        process(base);

        assertThat(environment.getProperty(OtlpExport.TRACES)).isEqualTo("http://collector:4318/v1/traces");
        assertThat(environment.getProperty(OtlpExport.LOGS)).isEqualTo("http://collector:4318/v1/logs");
        assertThat(environment.getProperty(OtlpExport.METRICS)).isEqualTo("http://collector:4318/v1/metrics");
        assertThat(environment.getProperty(OtlpExport.METRICS_ENABLED)).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void withoutACollectorNothingIsSent(String base) {
        process(base);

        assertThat(environment.containsProperty(OtlpExport.TRACES)).isFalse();
        assertThat(environment.containsProperty(OtlpExport.LOGS)).isFalse();
        assertThat(environment.getProperty(OtlpExport.METRICS_ENABLED)).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector", "collector:4318", "ftp://collector", "http:///v1", "http://collector/?a=b"})
    void anythingButAWebAddressRefusesTheStartAndSaysWhich(String base) {
        assertThatThrownBy(() -> process(base))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessage("PARLEY_OTLP_ENDPOINT is \"" + base
                        + "\", which is no http or https address of a host such as http://collector:4318");
    }

    @Test
    void everyServiceHasIt() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(EnvironmentPostProcessor.class, (_, _, _) -> {}))
                .hasAtLeastOneElementOfType(OtlpExport.class);
    }

    private void process(String base) {
        environment.setProperty(ENDPOINT, base);
        new OtlpExport().postProcessEnvironment(environment, new SpringApplication());
    }
}
