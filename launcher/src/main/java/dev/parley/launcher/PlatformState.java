package dev.parley.launcher;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.infrastructure.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs and where, in {@code run/state.json}: the running launcher writes it, the other commands and the tests read
 * it.
 */
record PlatformState(long launcher, boolean ready, Addresses addresses, List<Child> processes) {
    private static final JsonMapper JSON = JsonMapper.shared();

    record Addresses(String gateway, Endpoints infrastructure) {}

    record Child(String name, long pid, String state, int port, int restarts, String log) {}

    static Optional<PlatformState> read(DataDirectory data) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file(data)), PlatformState.class));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        }
    }

    void write(DataDirectory data) {
        var partial = file(data).resolveSibling("state.json.part");
        try {
            Files.writeString(partial, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(partial, file(data), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(DataDirectory data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(DataDirectory data) {
        return data.run().resolve("state.json");
    }
}
