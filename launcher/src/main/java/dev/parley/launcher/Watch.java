package dev.parley.launcher;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.process.ProcessIdentity;
import dev.parley.launcher.process.SupervisedProcess;
import dev.parley.launcher.process.SupervisedProcess.State;
import dev.parley.launcher.process.Supervisor;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at the children twice a second and keeps the terminal and {@code state.json} up to date. */
final class Watch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 500;

    private final DataDirectory data;
    private final PlatformState.Addresses addresses;
    private final Supervisor supervisor;
    private final Terminal terminal;
    private final long begun = System.nanoTime();
    private final Set<String> announced = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch").factory());
    private volatile boolean ready;
    private @Nullable PlatformState written;

    Watch(DataDirectory data, PlatformState.Addresses addresses, Supervisor supervisor, Terminal terminal) {
        this.data = data;
        this.addresses = addresses;
        this.supervisor = supervisor;
        this.terminal = terminal;
        timer.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void ready() {
        ready = true;
        look();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        terminal.show(List.of());
    }

    private synchronized void look() {
        var children = supervisor.processes().stream().map(Watch::child).toList();
        write(children);
        announce(children);
        terminal.show(StatusTable.of(children).lines());
    }

    private void write(List<PlatformState.Child> children) {
        var now = new PlatformState(ProcessHandle.current().pid(), ready, addresses, children);
        if (!now.equals(written)) {
            now.write(data);
            written = now;
        }
    }

    private void announce(List<PlatformState.Child> children) {
        if (!terminal.isLive()) {
            children.stream()
                    .filter(child -> child.state().equals("ready") && announced.add(child.name()))
                    .forEach(child -> terminal.say(
                            "%s is ready (%.1f s).".formatted(child.name(), (System.nanoTime() - begun) / 1e9)));
        }
    }

    private static PlatformState.Child child(SupervisedProcess process) {
        return new PlatformState.Child(
                process.spec().name(),
                process.identity().map(ProcessIdentity::pid).orElse(0L),
                name(process.state()),
                process.spec().port(),
                process.restarts(),
                process.spec().log().toString());
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
