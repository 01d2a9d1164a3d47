package dev.parley.launcher.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One child and the thread that waits for its end and starts it again. */
public final class SupervisedProcess {
    /** Where it stands. */
    public enum State {
        STARTING,
        READY,
        RESTARTING,
        STOPPED,
        FAILED
    }

    private final ProcessSpec spec;
    private final Supervisor supervisor;
    private final CompletableFuture<SupervisedProcess> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile State state = State.STARTING;
    private volatile int restarts;
    private volatile @Nullable ProcessIdentity identity;

    SupervisedProcess(ProcessSpec spec, Supervisor supervisor) {
        this.spec = spec;
        this.supervisor = supervisor;
    }

    public ProcessSpec spec() {
        return spec;
    }

    public State state() {
        return state;
    }

    public int restarts() {
        return restarts;
    }

    public Optional<ProcessIdentity> identity() {
        return Optional.ofNullable(identity);
    }

    /** Completes when it was ready for the first time; fails with a {@link LaunchException} when it is given up, is cancelled when stopped. */
    public CompletableFuture<SupervisedProcess> ready() {
        return firstReady;
    }

    void start() {
        Thread.ofPlatform().daemon().name("watch-" + spec.name()).start(this::supervise);
    }

    void stop() {
        stopping.countDown();
        firstReady.cancel(false);
    }

    private void supervise() {
        try {
            int failures = 0;
            Optional<Duration> delay = Optional.of(Duration.ZERO);
            while (delay.isPresent() && !stopping.await(delay.get().toMillis(), TimeUnit.MILLISECONDS)) {
                var run = run();
                failures = supervisor.policy().failures(failures, run.ready(), run.lasted());
                delay = next(run, failures);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            fail(spec.name() + " could not be started: " + e.getMessage() + ".");
        } finally {
            state = state == State.FAILED ? State.FAILED : State.STOPPED;
        }
    }

    private Optional<Duration> next(Run run, int failures) {
        if (isStopping()) {
            return Optional.empty();
        }
        var delay = supervisor.policy().delay(failures, everReady());
        if (delay.isEmpty()) {
            fail(GivenUp.sentence(spec, run.end()));
        } else {
            state = State.RESTARTING;
            restarts++;
            supervisor.report("%s %s; it is started again.".formatted(spec.name(), run.end()));
        }
        return delay;
    }

    private Run run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var process = launch();
        boolean ready = awaitReady(process);
        boolean late = !ready && process.isAlive();
        if (ready) {
            markReady(Duration.ofNanos(System.nanoTime() - begun));
        } else if (isStopping()) {
            process.destroy();
        } else {
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        supervisor.ended(spec, process.pid());
        return new Run(ready, Duration.ofNanos(System.nanoTime() - begun), process.pid(), exit, late);
    }

    private Process launch() throws IOException {
        new LogFile(spec.log()).rotate();
        var command = new ArrayList<>(OwnSession.PREFIX);
        command.addAll(spec.command());
        var builder = new ProcessBuilder(command)
                .directory(spec.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        var process = builder.start();
        var started = ProcessIdentity.of(spec, process.toHandle());
        identity = started;
        supervisor.started(started);
        return process;
    }

    private boolean awaitReady(Process process) {
        Await.until(() -> isOver(process) || spec.probe().ready(process.toHandle()), spec.startLimit());
        return !isOver(process) && spec.probe().ready(process.toHandle());
    }

    private boolean isOver(Process process) {
        return !process.isAlive() || isStopping();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void markReady(Duration took) {
        state = State.READY;
        if (everReady()) {
            supervisor.report("%s is ready again after %.1f s.".formatted(spec.name(), took.toMillis() / 1000.0));
        }
        firstReady.complete(this);
    }

    private boolean everReady() {
        return firstReady.isDone() && !firstReady.isCompletedExceptionally();
    }

    private void fail(String sentence) {
        state = State.FAILED;
        if (!firstReady.completeExceptionally(new LaunchException(sentence))) {
            supervisor.report(sentence);
        }
    }

    private record Run(boolean ready, Duration lasted, long pid, int exit, boolean late) {
        private static final int SIGNALLED = 128;

        String end() {
            if (late) {
                return "(process %d) was not ready in time".formatted(pid);
            }
            return exit > SIGNALLED
                    ? "(process %d) was ended by signal %d".formatted(pid, exit - SIGNALLED)
                    : "(process %d) ended with exit code %d".formatted(pid, exit);
        }
    }
}
