package dev.parley.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** One small file per running process, so that whoever comes after a dead launcher finds what it left behind. */
public final class ProcessLedger {
    private static final String SUFFIX = ".process";

    private final Path directory;

    public ProcessLedger(Path directory) {
        this.directory = directory;
    }

    void record(ProcessIdentity process) {
        var entry = new Properties();
        entry.setProperty("rank", Integer.toString(process.rank()));
        entry.setProperty("pid", Long.toString(process.pid()));
        entry.setProperty("started", process.started().toString());
        entry.setProperty("executable", process.executable());
        try (var out = Files.newBufferedWriter(file(process.name()))) {
            entry.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Recorded processes that still run. */
    public List<ProcessIdentity> running() {
        return entries().stream()
                .map(ProcessLedger::read)
                .flatMap(Optional::stream)
                .filter(process -> process.running().isPresent())
                .toList();
    }

    /** Ends whatever is recorded and still runs, in order. */
    public List<ProcessIdentity> stopLeftovers(Duration limit) {
        var leftovers = running();
        Termination.inOrder(leftovers, limit);
        entries().forEach(entry -> forget(nameOf(entry)));
        return leftovers;
    }

    private List<Path> entries() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessIdentity> read(Path file) {
        var entry = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            entry.load(in);
            return Optional.of(new ProcessIdentity(
                    nameOf(file),
                    Integer.parseInt(entry.getProperty("rank")),
                    Long.parseLong(entry.getProperty("pid")),
                    Instant.parse(entry.getProperty("started")),
                    entry.getProperty("executable")));
        } catch (IOException | RuntimeException _) {
            // a launcher that died while writing it: its children have ended with it
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }

    private static String nameOf(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
