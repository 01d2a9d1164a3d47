package dev.parley.platform.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StrongSecretsTests {

    private static final String STRONG = "q0Yb3m8Z1vN5k7T2xR9w4uJ6sD0fG3hL8pCeAiOoUyE=";

    @ParameterizedTest
    @ValueSource(strings = {"PARLEY_MASTER_KEY", "PARLEY_ID_SECRET", "PARLEY_SERVICE_SECRET", "PARLEY_SETUP_TOKEN"})
    void acceptsAStrongOne(String name) {
        assertThatCode(() -> check(name, STRONG)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARLEY_ID_SECRET", "PARLEY_SERVICE_SECRET", "PARLEY_SETUP_TOKEN"})
    void refusesAWeakOneInProductionOnly(String name) {
        for (String weak : new String[] {"changeme", "a".repeat(64), "change-me-change-me-change-me-change-me"}) {
            assertThatThrownBy(() -> check(name, weak))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith(name + " could be guessed")
                    .hasMessageNotContaining(weak);
            assertThatCode(() -> check(name, weak, "local")).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesAMasterKeyOfZerosInProductionOnly() {
        String zeros = Base64.getEncoder().encodeToString(new byte[32]);

        assertThatThrownBy(() -> check("PARLEY_MASTER_KEY", zeros))
                .hasMessageStartingWith("PARLEY_MASTER_KEY could be guessed: make one");
        assertThatCode(() -> check("PARLEY_MASTER_KEY", zeros, "local")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "c2hvcnQ=", "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWZnaGlqa2xtbm9w"})
    void aMasterKeyMustBeOneEvenLocally(String malformed) {
        assertThatThrownBy(() -> check("PARLEY_MASTER_KEY", malformed, "local"))
                .hasMessageStartingWith("PARLEY_MASTER_KEY is not base64 of 32 bytes")
                .hasMessageNotContaining(malformed);
    }

    @Test
    void leavesAMissingOneToWhoeverNeedsIt() {
        assertThatCode(() -> check("PARLEY_MASTER_KEY", "")).doesNotThrowAnyException();
    }

    private static void check(String name, String value, String... profiles) {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(profiles);
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
        new StrongSecrets().postProcessEnvironment(environment, new SpringApplication());
    }
}
