package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.launcher.process.LaunchException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {
    private static final Path HOME = Path.of("/checkout");

    @Test
    void hasDefaults() {
        var settings = Settings.of(HOME, Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.data().root()).isEqualTo(Path.of("/checkout/.parley"));
    }

    @Test
    void followsTheEnvironment() {
        var settings = Settings.of(HOME, Map.of("PARLEY_PORT", "0", "PARLEY_DATA", "/data/../elsewhere"));
        assertThat(settings.port()).isZero();
        assertThat(settings.data().root()).isEqualTo(Path.of("/elsewhere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "8080 8081"})
    void namesTheVariableOfABadPort(String port) {
        assertThatThrownBy(() -> Settings.of(HOME, Map.of("PARLEY_PORT", port)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContainingAll("PARLEY_PORT", port);
    }
}
