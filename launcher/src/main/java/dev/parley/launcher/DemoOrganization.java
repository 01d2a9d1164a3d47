package dev.parley.launcher;

import dev.parley.launcher.client.ApiException;
import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.DemoAccounts;
import dev.parley.launcher.play.Sample;
import dev.parley.launcher.play.Setup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The demo organization of a local installation: filled once, described each time. */
final class DemoOrganization {
    private final Settings settings;
    private final URI gateway;
    private final Terminal terminal;

    DemoOrganization(Settings settings, URI gateway, Terminal terminal) {
        this.settings = settings;
        this.gateway = gateway;
        this.terminal = terminal;
    }

    /** Fills it if nobody has set this installation up; goes on where an earlier filling was interrupted. */
    void fill(String setupToken) throws IOException {
        var file = settings.data().demo();
        var client = ParleyClient.anonymous(gateway);
        if (!Files.exists(file) && !new Setup(client, "").isOpen()) {
            return;
        }
        var accounts = new DemoAccounts(file);
        accounts.at(gateway.toString());
        if (!accounts.isFilled()) {
            try {
                accounts.filled(new Sample(client, accounts, terminal::say).fill(setupToken, packs(), Instant.now()));
            } catch (ApiException e) {
                terminal.complain(
                        "The demo is not complete (%s); the next ./parley up goes on.".formatted(e.getMessage()));
            }
        }
    }

    /** How to sign in, if there is a demo. */
    List<String> signIns() {
        var file = settings.data().demo();
        if (!Files.exists(file)) {
            return List.of();
        }
        var accounts = new DemoAccounts(file);
        return List.of(
                "  sign in as        admin@demo.example, recruiter@demo.example, interviewer-1@demo.example … interviewer-8@demo.example",
                "  operator          operator@demo.example, who runs the installation: ./parley events dead-letters list",
                "  password          " + accounts.password(),
                "  for scripts       " + file);
    }

    private List<String> packs() throws IOException {
        List<String> packs = new ArrayList<>();
        try (var files = Files.newDirectoryStream(settings.home().resolve("packs"), "*.pack.json")) {
            for (Path file : files) {
                packs.add(Files.readString(file));
            }
        }
        return packs;
    }
}
