package dev.parley.launcher;

import dev.parley.launcher.infrastructure.Endpoints;
import dev.parley.launcher.infrastructure.Ports;
import dev.parley.launcher.process.LaunchException;
import dev.parley.launcher.process.ProcessLedger;
import dev.parley.launcher.services.JarStore;
import dev.parley.launcher.services.Platform;
import dev.parley.launcher.services.PortPlan;
import dev.parley.launcher.services.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Starts the platform and stays with it until it is told to stop. */
final class UpCommand {
    private static final long NEEDED_MEGABYTES = 2_500;
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(20);

    private final Settings settings;
    private final Terminal terminal;

    UpCommand(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    int run(Command.Up up) throws IOException, InterruptedException {
        var data = settings.data().prepare();
        var lock = LauncherLock.tryTake(data);
        if (lock.isEmpty()) {
            throw new LaunchException(
                    "Parley already runs with the data in %s%s: use that one, or stop it with ./parley down."
                            .formatted(
                                    data.root(),
                                    PlatformState.read(data)
                                            .filter(PlatformState::ready)
                                            .map(state ->
                                                    ", at " + state.addresses().gateway())
                                            .orElse(" and is not ready yet")));
        }
        try (var _ = lock.get()) {
            PlatformState.delete(data);
            requireMemory();
            stopLeftovers();
            requirePort();
            var plan = PortPlan.of(new Ports(), settings.port(), up.replicas());
            start(plan, up.empty());
            return 0;
        }
    }

    private void start(PortPlan plan, boolean empty) throws IOException, InterruptedException {
        var secrets = Secrets.loadOrCreate(settings.data().secrets());
        var platform = new Platform(settings.data(), plan, terminal::say);
        var watch = new Watch(settings.data(), addresses(plan), platform.supervisor(), terminal);
        var stop = new Thread(() -> stop(platform, watch), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        terminal.say(
                "Starting Parley; its data is in %s.".formatted(settings.data().root()));
        var jars = new JarStore(settings.home(), settings.data().aot());
        platform.start(jars, secrets, settings.environment(), terminal::say);
        watch.ready();
        var demo = new DemoOrganization(settings, plan.gateway().uri(), terminal);
        if (!empty) {
            demo.fill(secrets.setupToken());
        }
        welcome(plan, secrets, demo, empty);
        platform.prepareNextStart().thenRun(() -> terminal.say("The caches for a quick next start are there."));
        new CountDownLatch(1).await();
    }

    private void stop(Platform platform, Watch watch) {
        terminal.say("Stopping.");
        platform.close();
        watch.close();
        PlatformState.delete(settings.data());
        terminal.say("Stopped.");
    }

    private void welcome(PortPlan plan, Secrets secrets, DemoOrganization demo, boolean empty) {
        terminal.say("Parley is ready: %s".formatted(plan.gateway().uri()));
        terminal.say("  API documentation %s/docs".formatted(plan.gateway().uri()));
        demo.signIns().forEach(terminal::say);
        if (empty) {
            terminal.say("  set-up token      %s (makes the first organization, once)".formatted(secrets.setupToken()));
        }
    }

    private PlatformState.Addresses addresses(PortPlan plan) {
        return new PlatformState.Addresses(
                plan.gateway().uri().toString(), Endpoints.of(plan.infrastructure(), settings.environment()));
    }

    private void stopLeftovers() {
        var leftovers = new ProcessLedger(settings.data().run()).stopLeftovers(LEFTOVER_LIMIT);
        if (!leftovers.isEmpty()) {
            terminal.say("Stopped %d processes that an earlier launcher had left behind.".formatted(leftovers.size()));
        }
    }

    private void requirePort() {
        if (settings.port() != 0 && !Ports.isFree(settings.port())) {
            throw new LaunchException(
                    "Port %d is taken by another program: stop that, or choose another port, for example PARLEY_PORT=%d ./parley up."
                            .formatted(settings.port(), settings.otherPort()));
        }
    }

    private static void requireMemory() {
        Memory.availableMegabytes().ifPresent(free -> {
            if (free < NEEDED_MEGABYTES) {
                throw new LaunchException(
                        "Parley needs about %d MB of free memory and this machine has %d MB: close something."
                                .formatted(NEEDED_MEGABYTES, free));
            }
        });
    }
}
