package dev.parley.chaos;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Entry point of {@code ./parley chaos [--seed N] [--minutes M] [--mutation outbox|sequence-guard|etag]}. Exit codes: 0
 * every invariant holds, 1 one does not, 2 wrong usage or no judgement.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "dev/parley/launcher/launcher-logback.xml");
        try {
            var options = Options.parse(arguments);
            var home = Path.of(System.getProperty("parley.home", "")).toAbsolutePath();
            System.exit(new Chaos(options, Place.of(home, options.seed()), System.out).run());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.err.println("The run broke off: " + e);
            System.exit(2);
        }
    }
}
