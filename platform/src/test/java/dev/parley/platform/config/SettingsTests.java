package dev.parley.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.validation.annotation.Validated;

/** Starts an application with one setting wrong and reads what it says. */
class SettingsTests {

    @Validated
    @ConfigurationProperties("trial")
    record Trial(
            @NotBlank String secretPhrase,
            URI address,
            Duration patience,
            @Max(9) int copies) {}

    @EnableConfigurationProperties(Trial.class)
    static class Application {}

    private static final Map<String, Object> GOOD = Map.of(
            "trial.secret-phrase", "${PARLEY_PHRASE}",
            "trial.address", "${PARLEY_ADDRESS}",
            "trial.patience", "${PARLEY_PATIENCE}",
            "trial.copies", "${PARLEY_COPIES}",
            "PARLEY_PHRASE", "a phrase",
            "PARLEY_ADDRESS", "http://localhost",
            "PARLEY_PATIENCE", "2s",
            "PARLEY_COPIES", "3");

    @Test
    void startsWithAllOfThem() {
        start(GOOD, environment -> {});
    }

    @Test
    void oneThatIsMissing() {
        assertThat(said(without("PARLEY_PHRASE")))
                .isEqualTo("PARLEY_PHRASE is missing: set it in this process's environment,"
                        + " or name a file that holds it with PARLEY_PHRASE_FILE.");
    }

    /** The framework would bind the reference itself. */
    @Test
    void severalThatAreMissing() {
        Map<String, Object> settings = without("PARLEY_PHRASE");
        settings.remove("PARLEY_COPIES");

        assertThat(said(settings)).startsWith("PARLEY_COPIES, PARLEY_PHRASE are missing: ");
    }

    @Test
    void oneThatIsNotNeededBecauseThePropertyIsGiven() {
        Map<String, Object> settings = without("PARLEY_PHRASE");

        start(settings, environment -> {}, "--trial.secret-phrase=given");
    }

    @Test
    void oneThatIsEmpty() {
        assertThat(said(with("PARLEY_PHRASE", " "))).startsWith("PARLEY_PHRASE is missing: ");
        assertThat(said(with("PARLEY_ADDRESS", ""))).startsWith("PARLEY_ADDRESS is missing: ");
    }

    @Test
    void oneThatCannotBeRead() {
        assertThat(said(with("PARLEY_PATIENCE", "soon")))
                .isEqualTo("PARLEY_PATIENCE is malformed: it must be a duration like 500ms or 2m.");
        assertThat(said(with("PARLEY_COPIES", "many")))
                .isEqualTo("PARLEY_COPIES is malformed: it must be a whole number.");
        assertThat(said(with("PARLEY_ADDRESS", "not an address")))
                .isEqualTo("PARLEY_ADDRESS is malformed: it must be an address like http://host:8080.");
    }

    @Test
    void oneThatIsOutOfRange() {
        assertThat(said(with("PARLEY_COPIES", "10")))
                .isEqualTo("PARLEY_COPIES is not right: it must be less than or equal to 9.");
    }

    private static Map<String, Object> with(String name, String value) {
        Map<String, Object> changed = new HashMap<>(GOOD);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> changed = new HashMap<>(GOOD);
        changed.remove(name);
        return changed;
    }

    private static String said(Map<String, Object> settings) {
        var environment = new AtomicReference<Environment>();
        Throwable failure = catchThrowable(() -> start(settings, environment::set));
        var analysis = new StartFailures(Objects.requireNonNull(environment.get())).analyze(failure);
        return OneLine.of(Objects.requireNonNull(analysis, () -> "not analyzed: " + failure));
    }

    private static void start(Map<String, Object> settings, Consumer<Environment> seen, String... arguments) {
        ApplicationListener<ApplicationEnvironmentPreparedEvent> listener =
                event -> seen.accept(event.getEnvironment());
        new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .listeners(listener)
                .run(arguments)
                .close();
    }
}
