package dev.parley.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class MigrationsAloneTests {

    @Test
    void whoOnlyMigratesFollowsNoTopic() {
        assertThat(listeners(Map.of("PARLEY_MIGRATIONS_MODE", "only"))).isEqualTo("false");
    }

    @Test
    void whoServesFollowsThem() {
        assertThat(listeners(Map.of("PARLEY_MIGRATIONS_MODE", "never"))).isNull();
        assertThat(listeners(Map.of())).isNull();
    }

    private static @Nullable String listeners(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", variables));
        new MigrationsAlone().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(MigrationsAlone.LISTENERS);
    }
}
