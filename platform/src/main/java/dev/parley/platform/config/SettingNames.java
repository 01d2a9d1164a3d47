package dev.parley.platform.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.Environment;

/** Which variable a property gets its value from: what an operator can change. */
final class SettingNames {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

    private final Environment environment;

    SettingNames(Environment environment) {
        this.environment = environment;
    }

    /** The property's own name when it comes from no variable. */
    String of(String property) {
        ConfigurationProperty found = find(property);
        if (found == null) {
            return property;
        }
        if (found.getOrigin() instanceof SystemEnvironmentOrigin variable) {
            return variable.getProperty();
        }
        Matcher variable = VARIABLE.matcher(String.valueOf(found.getValue()));
        return variable.find() ? variable.group(1) : found.getName().toString();
    }

    /** As it is written, references unresolved. */
    String value(String property) {
        ConfigurationProperty found = find(property);
        return found == null ? "" : String.valueOf(found.getValue());
    }

    private @Nullable ConfigurationProperty find(String property) {
        ConfigurationPropertyName name = ConfigurationPropertyName.adapt(property, '.');
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty found = name.isEmpty() ? null : source.getConfigurationProperty(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
