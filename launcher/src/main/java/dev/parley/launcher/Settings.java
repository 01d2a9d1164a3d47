package dev.parley.launcher;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.process.LaunchException;
import java.nio.file.Path;
import java.util.Map;

/** What the environment says; home is the checkout. */
record Settings(Path home, DataDirectory data, int port, Map<String, String> environment) {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_000;
    private static final int APART = 1_000;

    static Settings of(Path home, Map<String, String> environment) {
        var data = environment.getOrDefault("PARLEY_DATA", "");
        return new Settings(
                home,
                new DataDirectory(data.isBlank() ? home.resolve(".parley") : Path.of(data)),
                port(environment.getOrDefault("PARLEY_PORT", "")),
                environment);
    }

    /** One to suggest where this one is taken. */
    int otherPort() {
        return port + APART <= HIGHEST_PORT ? port + APART : port - APART;
    }

    private static int port(String text) {
        if (text.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException _) {
            // same sentence
        }
        throw new LaunchException("PARLEY_PORT is '%s': it must be a port from 1 to %d, or 0 for any free one."
                .formatted(text, HIGHEST_PORT));
    }
}
