package dev.parley.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Takes the value of {@code PARLEY_X} from the file that {@code PARLEY_X_FILE} names, as containers are given their
 * secrets; white space around it does not count.
 */
public final class SecretFiles implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "PARLEY_";
    private static final String SUFFIX = "_FILE";

    /** Before the configuration files, which refer to the values. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> values = new HashMap<>();
        environment.getSystemEnvironment().forEach((name, file) -> {
            if (name.startsWith(PREFIX)
                    && name.endsWith(SUFFIX)
                    && !file.toString().isBlank()) {
                String setting = name.substring(0, name.length() - SUFFIX.length());
                if (StringUtils.hasText(
                        (String) environment.getSystemEnvironment().get(setting))) {
                    throw new SettingException(setting, "is given twice, also by " + name + ": keep one of them.");
                }
                values.put(setting, read(name, file.toString().strip()));
            }
        });
        environment.getPropertySources().addFirst(new MapPropertySource("secret files", values));
    }

    private static String read(String name, String file) {
        try {
            String value = Files.readString(Path.of(file)).strip();
            if (value.isEmpty()) {
                throw new SettingException(name, "names %s, which is empty.".formatted(file));
            }
            return value;
        } catch (IOException | InvalidPathException e) {
            throw new SettingException(
                    name,
                    "names %s, which cannot be read (%s): mount the file, readable by this container's user."
                            .formatted(file, e.getClass().getSimpleName()));
        }
    }
}
