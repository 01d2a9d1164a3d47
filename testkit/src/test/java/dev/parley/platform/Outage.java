package dev.parley.platform;

import dev.parley.launcher.infrastructure.LocalInfrastructure;
import dev.parley.launcher.process.ProcessIdentity;
import dev.parley.launcher.process.SupervisedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;

/** One engine stands still until this is closed: connections stay open, nobody answers. */
public final class Outage implements AutoCloseable {

    private final ProcessIdentity engine;

    private Outage(ProcessIdentity engine) {
        this.engine = engine;
        signal("-STOP");
    }

    public static Outage of(String name) {
        return new Outage(process(name).identity().orElseThrow());
    }

    /** The engine dies at once; its supervisor starts it again. */
    public static void kill(String name) {
        process(name).identity().orElseThrow().running().orElseThrow().destroyForcibly();
    }

    private static SupervisedProcess process(String name) {
        var own = LocalInfrastructure.shared().processes().stream()
                .filter(one -> one.spec().name().equals(name))
                .findFirst();
        Assumptions.assumeTrue(own.isPresent(), name + " was given, so it is not ours to stop");
        return own.orElseThrow();
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(engine.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        signal("-CONT");
    }
}
