package dev.parley.launcher.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The children of this JVM: started in any order, restarted when they die, stopped rank by rank. */
public final class Supervisor implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final ProcessLedger ledger;
    private final Consumer<String> report;
    private final Leash leash = new Leash();
    private final List<SupervisedProcess> processes = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** The report takes one sentence at a time. */
    public Supervisor(ProcessLedger ledger, Consumer<String> report) {
        this.ledger = ledger;
        this.report = report;
    }

    public SupervisedProcess start(ProcessSpec spec) {
        if (closed) {
            throw new CancellationException();
        }
        var process = new SupervisedProcess(spec, this);
        processes.add(process);
        process.start();
        return process;
    }

    /** Waits until all are ready, or throws the {@link LaunchException} of the first that is given up. */
    public void awaitReady(List<SupervisedProcess> some) {
        try {
            some.forEach(process -> process.ready().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof LaunchException problem ? problem : e;
        }
    }

    public List<SupervisedProcess> processes() {
        return List.copyOf(processes);
    }

    RestartPolicy policy() {
        return RestartPolicy.DEFAULT;
    }

    void report(String sentence) {
        report.accept(sentence);
    }

    void started(ProcessIdentity process) {
        leash.hold(process.pid());
        ledger.record(process);
    }

    void ended(ProcessSpec spec, long pid) {
        leash.release(pid);
        ledger.forget(spec.name());
    }

    @Override
    public void close() {
        closed = true;
        processes.forEach(SupervisedProcess::stop);
        Termination.inOrder(
                processes.stream()
                        .map(SupervisedProcess::identity)
                        .flatMap(Optional::stream)
                        .toList(),
                STOP_LIMIT);
        leash.close();
    }
}
