package dev.parley.bench;

import dev.parley.launcher.client.ParleyClient;
import dev.parley.launcher.play.DemoAccounts;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a person waits for: the first start on a fresh clone with every download, a later start, the memory of the whole
 * platform, and the way of a decision to the dashboard.
 */
final class StartBench {
    private static final int LATER_STARTS = 3;
    private static final int DECISIONS = 15;

    private final Path home;
    private final PrintStream out;

    StartBench(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        out.printf(
                "conditions: %d cores, %s, Java %s%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"), Runtime.version());
        Path clone = Files.createTempDirectory("parley-bench");
        Running.command(
                home,
                "git",
                "clone",
                "--quiet",
                home.toString(),
                clone.resolve("parley").toString());
        var platform = new Running(clone.resolve("parley"), clone.resolve("cache"));
        report("first up on a fresh clone, all downloads", platform.up("--empty"), Duration.ofMinutes(8));
        platform.awaitTrained();
        platform.down();
        laterStarts(platform);
        platform.up();
        long megabytes = platform.residentMegabytes();
        out.printf("whole platform, resident: %d MB (limit 2400 MB, ratio %.2f)%n", megabytes, megabytes / 2400.0);
        decisions(platform);
        platform.down();
    }

    private void laterStarts(Running platform) throws IOException, InterruptedException {
        Duration[] starts = new Duration[LATER_STARTS];
        for (int i = 0; i < LATER_STARTS; i++) {
            starts[i] = platform.up("--empty");
            platform.down();
        }
        Arrays.sort(starts);
        report("a later up to ready, median of " + LATER_STARTS, starts[LATER_STARTS / 2], Duration.ofSeconds(25));
    }

    private void decisions(Running platform) {
        var demo = new DemoAccounts(platform.data().resolve("demo.env"));
        var client = ParleyClient.anonymous(URI.create(demo.url()));
        List<Duration> delays = new ArrayList<>(new DecisionDelay(client, demo).measure(DECISIONS));
        delays.sort(Duration::compareTo);
        report(
                "decision's 200 to its figure on the analytics API, median of " + DECISIONS,
                delays.get(DECISIONS / 2),
                Duration.ofMillis(500));
        out.printf("  slowest %d ms%n", delays.getLast().toMillis());
    }

    private void report(String what, Duration measured, Duration limit) {
        out.printf(
                "%s: %.1f s (limit %.1f s, ratio %.2f)%n",
                what,
                measured.toMillis() / 1000.0,
                limit.toMillis() / 1000.0,
                (double) measured.toMillis() / limit.toMillis());
    }
}
