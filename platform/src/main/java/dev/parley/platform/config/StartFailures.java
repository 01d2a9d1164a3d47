package dev.parley.platform.config;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Turns a failed start into one sentence: which setting, and what to do. Causes it does not know are left to others. */
public final class StartFailures implements FailureAnalyzer, Ordered {

    private final BindingFaults binding;
    private final EngineFaults engines;

    public StartFailures(Environment environment) {
        SettingNames names = new SettingNames(environment);
        this.binding = new BindingFaults(names);
        this.engines = new EngineFaults(names, environment);
    }

    /** Before the framework's own analyzers, which speak of beans. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        // the deepest cause knows best
        return causes(failure)
                .map(this::sentence)
                .filter(Objects::nonNull)
                .reduce((_, deeper) -> deeper)
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }

    private @Nullable String sentence(Throwable cause) {
        return switch (cause) {
            case SettingException setting -> setting.getMessage();
            case PortInUseException taken ->
                "SERVER_PORT is %d, where another process listens already: stop that one, or choose another port."
                        .formatted(taken.getPort());
            default -> {
                String fault = binding.sentence(cause);
                yield fault == null ? engines.sentence(cause) : fault;
            }
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
    }
}
