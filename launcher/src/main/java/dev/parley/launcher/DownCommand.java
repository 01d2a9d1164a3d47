package dev.parley.launcher;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.process.Await;
import dev.parley.launcher.process.LaunchException;
import dev.parley.launcher.process.ProcessLedger;
import java.time.Duration;

/** Ends the running platform, or what a dead launcher has left of it. */
final class DownCommand {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(20);

    private final DataDirectory data;
    private final Terminal terminal;

    DownCommand(DataDirectory data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    int run() {
        if (LauncherLock.isHeld(data)) {
            signalLauncher();
            if (!Await.until(() -> !LauncherLock.isHeld(data), LIMIT)) {
                throw new LaunchException("The launcher did not stop within %d s.".formatted(LIMIT.toSeconds()));
            }
            terminal.say("Parley has stopped.");
            return 0;
        }
        var leftovers = new ProcessLedger(data.run()).stopLeftovers(LEFTOVER_LIMIT);
        PlatformState.delete(data);
        terminal.say(
                leftovers.isEmpty()
                        ? "Parley is not running."
                        : "Stopped %d processes that a dead launcher had left behind.".formatted(leftovers.size()));
        return 0;
    }

    private void signalLauncher() {
        LauncherLock.holder(data)
                .flatMap(ProcessHandle::of)
                .orElseThrow(() -> new LaunchException(
                        "Parley is running on %s, but not as a process of this machine.".formatted(data.root())))
                .destroy();
    }
}
