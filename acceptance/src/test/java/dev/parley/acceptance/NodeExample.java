package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the examples for integrators, installed and run as its page says. */
record NodeExample(Path folder, String script) {

    private static final String RECENT_ENOUGH =
            "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)";

    /** What it prints of an event: its time, its type, its subject, its sequence. */
    record Line(String type, String subject, long sequence) {

        static Line of(String text) {
            String[] words = text.split(" ");
            return new Line(words[1], words[2], Long.parseLong(words[3]));
        }
    }

    /** With what its lock file names. Without Node.js the test ends here, unless it must not. */
    static NodeExample install(Path home, String name, String script) {
        var example = new NodeExample(home.resolve("examples").resolve(name), script);
        boolean ready = example.exitOf("node", "-e", RECENT_ENOUGH) == 0;
        if (!"required".equals(System.getProperty("web.node"))) {
            assumeThat(ready).as("Node.js 20.19 or newer").isTrue();
        }
        assertThat(example.exitOf("npm", "ci")).as("npm ci of " + name).isZero();
        return example;
    }

    /** The events of one run to the present end. */
    List<Line> run(Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("example", ".log");
            int exit = exitOf(environment, output, "node", script, "--once");
            List<String> lines = Files.readAllLines(output);
            assertThat(exit).as(String.join("\n", lines)).isZero();
            assertThat(lines.getLast()).startsWith(lines.size() - 1 + " events");
            return lines.stream().limit(lines.size() - 1).map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int exitOf(String... command) {
        try {
            return exitOf(Map.of(), Files.createTempFile("example", ".log"), command);
        } catch (IOException _) {
            // there is no such program
            return -1;
        }
    }

    private int exitOf(Map<String, String> environment, Path output, String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
