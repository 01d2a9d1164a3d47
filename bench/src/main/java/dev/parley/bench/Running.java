package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform in a clone of its own, with caches of its own, run by its own {@code ./parley}. */
final class Running {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path clone;
    private final Path cache;

    Running(Path clone, Path cache) {
        this.clone = clone;
        this.cache = cache;
    }

    Path data() {
        return clone.resolve(".parley");
    }

    /** Starts and gives the time until it said that it is ready. */
    Duration up(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("./parley", "up"));
        command.addAll(List.of(options));
        Path log = clone.resolve("up.log");
        long start = System.nanoTime();
        Process launcher = builder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        until("the platform to be ready", () -> {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("./parley up ended; see " + log);
            }
            return text(log).contains("Parley is ready");
        });
        return Duration.ofNanos(System.nanoTime() - start);
    }

    void down() throws IOException, InterruptedException {
        Process down = builder(List.of("./parley", "down"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        down.waitFor();
    }

    /** The caches for quick starts are made in the background after the first start. */
    void awaitTrained() {
        until("the start caches", () -> text(clone.resolve("up.log")).contains("next start"));
    }

    /** Resident memory of the launcher and all its children. */
    long residentMegabytes() {
        JsonNode state = JsonMapper.shared().readTree(text(data().resolve("run/state.json")));
        long kilobytes = resident(state.path("launcher").asLong());
        for (JsonNode child : state.path("processes")) {
            kilobytes += resident(child.path("pid").asLong());
        }
        return kilobytes / 1024;
    }

    static void command(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(clone.toFile());
        builder.environment().put("PARLEY_PORT", "0");
        builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + cache.resolve("maven"));
        builder.environment().put("XDG_CACHE_HOME", cache.resolve("cache").toString());
        builder.environment().put("npm_config_cache", cache.resolve("npm").toString());
        return builder;
    }

    private static long resident(long pid) {
        return text(Path.of("/proc/" + pid + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
