package dev.parley.platform.config;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * Refuses to start while a property refers to a variable that nobody has set: binding would leave the reference itself as
 * the value, and a secret would be the text <code>${…}</code> that everybody can read.
 */
public final class RequiredSettings implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
    private static final Set<String> GIVEN = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
            "configurationProperties");

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        ConfigurableEnvironment environment = event.getApplicationContext().getEnvironment();
        check(environment);
        EngineAddresses.check(environment);
    }

    static void check(ConfigurableEnvironment environment) {
        SettingNames names = new SettingNames(environment);
        Set<String> missing = new TreeSet<>();
        properties(environment)
                .flatMap(property ->
                        WITHOUT_DEFAULT.matcher(names.value(property)).results())
                .map(reference -> reference.group(1))
                .filter(variable -> !StringUtils.hasText(environment.getProperty(variable)))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw SettingException.missing(missing);
        }
    }

    private static Stream<String> properties(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !GIVEN.contains(source.getName()))
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()));
    }
}
