package dev.parley.launcher.services;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.process.Executables;
import dev.parley.launcher.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT caches that shorten the next start, one service after the other and only with processor time nobody
 * else wants: a training run creates the application's beans, starts none of them, and exits.
 */
final class AotTraining implements AutoCloseable {
    private static final int MINUTES = 5;

    private final DataDirectory data;
    private volatile @Nullable Process running;
    private volatile boolean closed;

    AotTraining(DataDirectory data) {
        this.data = data;
    }

    /** The specs tell the environment the services run in. */
    CompletableFuture<Void> start(List<ServiceProcess> services) {
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().name("aot-training").start(() -> {
            services.stream()
                    .filter(service -> !closed && !service.jar().isTrained())
                    .forEach(service -> train(service.jar(), service.spec()));
            done.complete(null);
        });
        return done;
    }

    private void train(ExtractedJar jar, ProcessSpec spec) {
        var partial = jar.cache().resolveSibling(jar.cache().getFileName() + ".part");
        var command = new ArrayList<>(Executables.find("nice")
                .map(nice -> List.of(nice.toString(), "-n", "19"))
                .orElse(List.of()));
        command.addAll(jar.trainingCommand(partial));
        var builder = new ProcessBuilder(command)
                .directory(jar.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.log("aot-" + jar.service().shortName()).toFile());
        builder.environment().putAll(spec.environment());
        try {
            var process = builder.start();
            running = process;
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (ended && process.exitValue() == 0 && Files.exists(partial)) {
                Files.move(partial, jar.cache(), StandardCopyOption.ATOMIC_MOVE);
            }
            process.destroyForcibly();
        } catch (IOException _) {
            // the next start is slower, nothing else
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        var process = running;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
