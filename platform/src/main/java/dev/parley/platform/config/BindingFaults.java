package dev.parley.platform.config;

import dev.parley.platform.error.TypeWords;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Settings that are missing or malformed. Values are not quoted: any of them may hold a secret. */
final class BindingFaults {

    private static final Pattern PLACEHOLDER = Pattern.compile("placeholder '([A-Za-z0-9_.\\-]+)'");

    private final SettingNames names;

    BindingFaults(SettingNames names) {
        this.names = names;
    }

    @Nullable
    String sentence(Throwable cause) {
        return switch (cause) {
            case PlaceholderResolutionException missing -> missing(String.valueOf(missing.getMessage()));
            case BindValidationException invalid -> invalid(invalid.getValidationErrors());
            case InvalidConfigurationPropertyValueException malformed ->
                "%s is malformed: %s.".formatted(names.of(malformed.getName()), malformed.getReason());
            case BindException malformed -> malformed(malformed);
            default -> null;
        };
    }

    private static @Nullable String missing(String message) {
        Matcher matcher = PLACEHOLDER.matcher(message);
        return matcher.find() ? missingSetting(matcher.group(1)) : null;
    }

    private static @Nullable String missingSetting(String name) {
        return SettingException.missing(List.of(name)).getMessage();
    }

    private String invalid(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .map(error -> invalid(errors.getName(), error))
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private @Nullable String invalid(ConfigurationPropertyName prefix, ObjectError error) {
        if (error instanceof FieldError field) {
            String setting = names.of(prefix + "." + kebab(field.getField()));
            boolean absent = field.getRejectedValue() == null
                    || field.getRejectedValue().toString().isBlank();
            return absent
                    ? missingSetting(setting)
                    : "%s is not right: it %s.".formatted(setting, field.getDefaultMessage());
        }
        return "%s: %s.".formatted(prefix, error.getDefaultMessage());
    }

    private @Nullable String malformed(BindException malformed) {
        Throwable cause = malformed.getCause();
        if (cause instanceof BindValidationException || cause instanceof PlaceholderResolutionException) {
            return null;
        }
        Class<?> wanted = malformed.getTarget().getType().resolve(Object.class);
        return "%s is malformed: it must be %s."
                .formatted(names.of(malformed.getName().toString()), TypeWords.of(wanted));
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
