package dev.parley.launcher;

import static org.awaitility.Awaitility.await;

import dev.parley.launcher.services.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** {@code Main} as a process of its own, in a checkout whose services are stubs. */
final class LauncherProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path place;
    private final Process process;
    private final Set<ProcessHandle> children = ConcurrentHashMap.newKeySet();

    /** How it ended; children are all those it was seen to have. */
    record Ended(int exit, List<String> out, List<String> err, Set<ProcessHandle> children) {}

    private LauncherProcess(Path place, Process process) {
        this.place = place;
        this.process = process;
    }

    /** The place holds the checkout and what is written to the terminal; the environment has nothing else of Parley's. */
    static LauncherProcess start(Path place, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        var home = place.resolve("checkout");
        if (!Files.exists(home)) {
            for (var service : Service.values()) {
                build(home.resolve(service.module()).resolve("target").resolve(service.module() + ".jar"));
            }
        }
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dparley.home=" + home));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        var written = Files.createTempDirectory(place, "terminal");
        var builder = new ProcessBuilder(command)
                .redirectOutput(written.resolve("out").toFile())
                .redirectError(written.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().putAll(environment);
        return new LauncherProcess(written, builder.start());
    }

    static Ended run(Path place, Map<String, String> environment, String... arguments) throws IOException {
        return run(place, environment, List.of(), arguments);
    }

    static Ended run(Path place, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        try (var launcher = start(place, environment, options, arguments)) {
            return launcher.awaitEnd();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop, as Ctrl-C does. */
    Ended stop() throws IOException {
        process.descendants().forEach(children::add);
        process.destroy();
        return awaitEnd();
    }

    Ended awaitEnd() throws IOException {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> {
            process.descendants().forEach(children::add);
            return !process.isAlive();
        });
        return new Ended(
                process.exitValue(),
                Files.readAllLines(place.resolve("out")),
                Files.readAllLines(place.resolve("err")),
                children);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void build(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
        Files.createDirectories(jar.getParent());
        var entry = StubService.class.getName().replace('.', '/') + ".class";
        try (var in = StubService.class.getResourceAsStream("/" + entry);
                OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
    }
}
