package dev.parley.launcher;

import dev.parley.launcher.infrastructure.DataDirectory;

/** Says what runs and where. */
final class StatusCommand {
    private static final int NOT_RUNNING = 3;

    private final DataDirectory data;
    private final Terminal terminal;

    StatusCommand(DataDirectory data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    int run() {
        if (!LauncherLock.isHeld(data)) {
            terminal.say("Parley is not running; its data is in %s.".formatted(data.root()));
            return NOT_RUNNING;
        }
        PlatformState.read(data).ifPresentOrElse(this::print, () -> terminal.say("Parley is starting or stopping."));
        return 0;
    }

    private void print(PlatformState state) {
        terminal.say(state.ready() ? "Parley is ready." : "Parley is starting.");
        StatusTable.of(state.processes()).lines().forEach(terminal::say);
        var addresses = state.addresses();
        new Table()
                .row("", "")
                .row("total", StatusTable.totalMegabytes(state.processes()) + " MB resident")
                .row("gateway", addresses.gateway())
                .row("Kafka", addresses.infrastructure().kafkaBootstrap())
                .row("MongoDB", addresses.infrastructure().mongoUri())
                .row("Redis", addresses.infrastructure().redisUri())
                .row("data", data.root())
                .lines()
                .forEach(terminal::say);
    }
}
