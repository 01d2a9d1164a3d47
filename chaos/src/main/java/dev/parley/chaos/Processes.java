package dev.parley.chaos;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.parley.launcher.process.Await;
import dev.parley.launcher.process.ProcessIdentity;
import dev.parley.launcher.process.SupervisedProcess;
import dev.parley.launcher.process.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The platform's processes, as somebody with a shell on the machine can reach them. */
final class Processes {
    private static final Duration COMES_BACK = Duration.ofMinutes(4);

    private final Supervisor supervisor;
    private final Path agent;

    Processes(Supervisor supervisor, Path agent) {
        this.supervisor = supervisor;
        this.agent = agent;
    }

    /** Empty while it is being started again. */
    Optional<ProcessHandle> running(String name) {
        return named(name).identity().flatMap(ProcessIdentity::running);
    }

    /** Whether it is running and can be used. */
    boolean isReady(String name) {
        return running(name)
                .filter(process -> named(name).spec().probe().ready(process))
                .isPresent();
    }

    boolean awaitReady(String name) {
        return Await.until(() -> isReady(name), COMES_BACK);
    }

    boolean awaitAllReady() {
        return supervisor.processes().stream()
                .allMatch(process -> awaitReady(process.spec().name()));
    }

    /** Sends a signal by name, which the JDK cannot. */
    static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("there is no kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts a rule of the agent into a running JVM. */
    void weave(ProcessHandle process, String rule) throws IOException {
        try {
            VirtualMachine jvm = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                jvm.loadAgent(agent.toString(), rule);
            } finally {
                jvm.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IOException(e);
        }
    }

    int port(String name) {
        return named(name).spec().port();
    }

    private SupervisedProcess named(String name) {
        return supervisor.processes().stream()
                .filter(process -> process.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no process " + name));
    }
}
