package dev.parley.launcher;

import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.play.DemoAccounts;
import dev.parley.launcher.play.Smoke;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** Plays an interview against an installation and says what holds. */
final class SmokeCommand {
    private final Settings settings;
    private final Terminal terminal;

    SmokeCommand(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    int run(Command.Smoke smoke) {
        var local = PlatformState.read(settings.data())
                .map(state -> URI.create(state.addresses().gateway()));
        var url = smoke.url();
        if (url == null && local.isEmpty()) {
            terminal.complain("Parley does not run here: start it with ./parley up, or name another with --url.");
            return 3;
        }
        var environment = url == null ? withDemoKey() : settings.environment();
        try {
            new Smoke(url == null ? local.orElseThrow() : url, environment, terminal::say, _ -> {}).run();
            terminal.say("All of it holds.");
            return 0;
        } catch (ApiException e) {
            terminal.complain(e.getMessage());
            return 1;
        }
    }

    /** On this machine the demo organization's key will do, unless another is given. */
    private Map<String, String> withDemoKey() {
        var file = settings.data().demo();
        var environment = new HashMap<>(settings.environment());
        if (Files.exists(file)) {
            var key = new DemoAccounts(file).apiKey();
            if (!key.isEmpty()) {
                environment.putIfAbsent("PARLEY_API_KEY", key);
            }
        }
        return environment;
    }
}
