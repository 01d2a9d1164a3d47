package dev.parley.contracts.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The parser of the AsyncAPI project, which runs on Node.js. */
final class AsyncApiParser {

    private static final Path FOLDER = Path.of("src/test/asyncapi");

    private AsyncApiParser() {}

    /** What the parser said. */
    record Verdict(boolean isValid, List<String> lines) {}

    /** Without Node.js the test is skipped, or fails where {@code -Dweb.node=required}. */
    static void install() throws IOException, InterruptedException {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
        if (!found && "required".equals(System.getProperty("web.node"))) {
            throw new AssertionError(
                    "The AsyncAPI document is checked with Node.js and npm, which are not on the PATH.");
        }
        Assumptions.assumeTrue(found, "no Node.js with npm on the PATH");
        Path installed = FOLDER.resolve("node_modules/.package-lock.json");
        Path wanted = FOLDER.resolve("package-lock.json");
        if (!Files.exists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
            Verdict done = run("", "npm", "ci", "--ignore-scripts");
            if (!done.isValid()) {
                throw new AssertionError("npm ci failed: " + String.join("\n", done.lines()));
            }
        }
    }

    static Verdict parse(String document) throws IOException, InterruptedException {
        return run(document, "node", "validate.js");
    }

    private static Verdict run(String input, String... command) throws IOException, InterruptedException {
        Path given = Files.createTempFile("asyncapi", ".json");
        try {
            Files.writeString(given, input);
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(given.toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Verdict(process.waitFor() == 0, said.lines().toList());
        } finally {
            Files.delete(given);
        }
    }
}
