package dev.parley.platform.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Outside the profile {@code local}, refuses to start with a secret that somebody could guess. */
public final class StrongSecrets implements EnvironmentPostProcessor, Ordered {

    private static final String MASTER_KEY = "PARLEY_MASTER_KEY";
    private static final List<String> PHRASES =
            List.of("PARLEY_ID_SECRET", "PARLEY_SERVICE_SECRET", "PARLEY_SETUP_TOKEN");
    private static final int KEY_BYTES = 32;
    private static final int LENGTH = 32;
    private static final int DIFFERENT = 12;
    private static final String MAKE_ONE = "make one, for example with: openssl rand -base64 32";

    /** After the configuration files, which may activate profiles. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean strict = !environment.acceptsProfiles(Profiles.of("local"));
        checkKey(environment.getProperty(MASTER_KEY), strict);
        if (strict) {
            PHRASES.forEach(name -> checkPhrase(name, environment.getProperty(name)));
        }
    }

    private static void checkKey(@Nullable String value, boolean strict) {
        // a missing one is reported by whoever needs it
        if (value == null || value.isBlank()) {
            return;
        }
        byte[] key = decode(value);
        if (key.length != KEY_BYTES) {
            throw new SettingException(MASTER_KEY, "is not base64 of 32 bytes: " + MAKE_ONE);
        }
        if (strict && different(key) < DIFFERENT) {
            throw new SettingException(MASTER_KEY, "could be guessed: " + MAKE_ONE);
        }
    }

    private static void checkPhrase(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        if (value.length() < LENGTH || value.chars().distinct().count() < DIFFERENT) {
            throw new SettingException(
                    name, "could be guessed (it needs %d varied characters): %s".formatted(LENGTH, MAKE_ONE));
        }
    }

    private static byte[] decode(String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static long different(byte[] key) {
        return new String(key, ISO_8859_1).chars().distinct().count();
    }
}
