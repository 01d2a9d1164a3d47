package dev.parley.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The commands that the README prints. */
record Readme(Path home) {

    /** What a script printed, and how it ended. */
    record Result(int exit, String output) {}

    /** The block of commands after a marker {@code <!-- name -->}. */
    String block(String name) throws IOException {
        String text = Files.readString(home.resolve("README.md"));
        String after = text.substring(text.indexOf("<!-- " + name + " -->"));
        int start = after.indexOf("```bash\n") + "```bash\n".length();
        return after.substring(start, after.indexOf("```", start));
    }

    /** Runs a block as a person would, but for where the data is. */
    Result run(String name, Map<String, String> environment) throws IOException, InterruptedException {
        String script = block(name).replace(". .parley/demo.env", ". \"$PARLEY_DATA/demo.env\"");
        Path output = Files.createTempFile("readme", ".log");
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Result(process.waitFor(), Files.readString(output));
    }
}
