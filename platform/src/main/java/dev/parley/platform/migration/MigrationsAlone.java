package dev.parley.platform.migration;

import dev.parley.platform.migration.MigrationProperties.Mode;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** An instance that only migrates follows no topic: it would take partitions from those that serve, and end at once. */
public final class MigrationsAlone implements EnvironmentPostProcessor {

    static final String LISTENERS = "spring.kafka.listener.auto-startup";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String mode = environment.getProperty("PARLEY_MIGRATIONS_MODE", "");
        if (mode.equalsIgnoreCase(Mode.ONLY.name())) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("migrations alone", Map.of(LISTENERS, false)));
        }
    }
}
