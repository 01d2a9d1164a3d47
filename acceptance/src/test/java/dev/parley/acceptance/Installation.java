package dev.parley.acceptance;

import static org.awaitility.Awaitility.await;

import dev.parley.launcher.client.ParleyClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One platform of our own: a data directory, free ports, started by the launcher as {@code ./parley up} does. */
final class Installation implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private final Path home = projectRoot();
    private final Path root;
    private final Path data;
    private Process launcher;

    private Installation(Path root, String... arguments) {
        this.root = root;
        this.data = root.resolve("data");
        this.launcher = launch(arguments);
        awaitReady();
    }

    static Installation start(String... arguments) {
        try {
            return new Installation(Files.createTempDirectory("parley-acceptance"), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ./parley down}, then {@code up} again, on the same data. */
    void restart(String... arguments) {
        down();
        launcher = launch(arguments);
        awaitReady();
    }

    void down() {
        run("down");
        await().atMost(Duration.ofSeconds(90)).until(() -> !launcher.isAlive());
    }

    URI gateway() {
        return URI.create(state().path("addresses").path("gateway").asString());
    }

    String kafka() {
        return state().path("addresses")
                .path("infrastructure")
                .path("kafkaBootstrap")
                .asString();
    }

    ParleyClient client() {
        return ParleyClient.anonymous(gateway());
    }

    /** How scripts get in: PARLEY_URL, PARLEY_API_KEY, PARLEY_DEMO_PASSWORD. */
    Map<String, String> demo() {
        var values = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("demo.env"))) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "PARLEY_DATA", data.toString(),
                "PARLEY_URL", values.getProperty("PARLEY_URL"),
                "PARLEY_API_KEY", values.getProperty("PARLEY_API_KEY"),
                "PARLEY_DEMO_PASSWORD", values.getProperty("PARLEY_DEMO_PASSWORD"));
    }

    String password() {
        return Objects.requireNonNull(demo().get("PARLEY_DEMO_PASSWORD"));
    }

    String apiKey() {
        return Objects.requireNonNull(demo().get("PARLEY_API_KEY"));
    }

    /** kill -9. */
    void kill(String process) {
        ProcessHandle.of(pid(process)).ifPresent(ProcessHandle::destroyForcibly);
    }

    long pid(String process) {
        for (JsonNode child : state().path("processes")) {
            if (child.path("name").asString().equals(process)) {
                return child.path("pid").asLong();
            }
        }
        throw new IllegalArgumentException("no process " + process + " in " + state());
    }

    int restarts(String process) {
        for (JsonNode child : state().path("processes")) {
            if (child.path("name").asString().equals(process)) {
                return child.path("restarts").asInt();
            }
        }
        return 0;
    }

    Path logs() {
        return data.resolve("logs");
    }

    Path home() {
        return home;
    }

    private JsonNode state() {
        try {
            return JsonMapper.shared().readTree(Files.readString(data.resolve("run/state.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("the launcher ended: " + Files.readString(root.resolve("up.log")));
            }
            return Files.readString(root.resolve("up.log")).contains("Parley is ready");
        });
    }

    private Process launch(String... arguments) {
        List<String> command = new ArrayList<>(List.of("up"));
        command.addAll(List.of(arguments));
        return process(command, root.resolve("up.log"));
    }

    private void run(String... arguments) {
        try {
            Process process = process(List.of(arguments), root.resolve("command.log"));
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process process(List<String> arguments, Path output) {
        Path target = home.resolve("launcher/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dparley.home=" + home,
                "-cp",
                target.resolve("launcher.jar") + ":" + target.resolve("lib") + "/*",
                "dev.parley.launcher.Main"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PARLEY_DATA", data.toString());
        builder.environment()
                .put(
                        "PARLEY_PORT",
                        Optional.ofNullable(System.getenv("PARLEY_TEST_PORT")).orElse("0"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("parley"))) {
            folder = Objects.requireNonNull(folder.getParent(), "tests run inside the project");
        }
        return folder;
    }

    @Override
    public void close() {
        down();
    }
}
