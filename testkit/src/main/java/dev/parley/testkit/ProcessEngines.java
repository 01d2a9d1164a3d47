package dev.parley.testkit;

import dev.parley.launcher.infrastructure.LocalInfrastructure;
import dev.parley.launcher.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;

/** Children of this JVM, or what the environment names; the latter are not ours to stop. */
record ProcessEngines(LocalInfrastructure local) implements Engines {

    @Override
    public String kafkaBootstrap() {
        return local.kafkaBootstrap();
    }

    @Override
    public String mongoUri() {
        return local.mongoUri();
    }

    @Override
    public String redisUri() {
        return local.redisUri();
    }

    @Override
    public void pause(Engine engine) {
        signal("-STOP", engine);
    }

    @Override
    public void resume(Engine engine) {
        signal("-CONT", engine);
    }

    /** Its supervisor starts it again. */
    @Override
    public void kill(Engine engine) {
        process(engine).running().orElseThrow().destroyForcibly();
    }

    private void signal(String signal, Engine engine) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process(engine).pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessIdentity process(Engine engine) {
        var own = local.processes().stream()
                .filter(one -> one.spec().name().equals(engine.processName()))
                .findFirst();
        Assumptions.assumeTrue(own.isPresent(), engine + " was given, so it is not ours to stop");
        return own.orElseThrow().identity().orElseThrow();
    }
}
