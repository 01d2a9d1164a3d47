package dev.parley.chaos;

import dev.parley.launcher.infrastructure.Directories;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where things are in a checkout, and what a run leaves behind. */
record Place(Path home, Path run) {

    static Place of(Path home, long seed) throws IOException {
        Path runs = Files.createDirectories(home.resolve("chaos/target/runs"));
        return new Place(home, Files.createTempDirectory(runs, "seed-" + seed + "-"));
    }

    Path agent() {
        return home.resolve("failpoints/target/failpoints.jar");
    }

    Path data() {
        return run.resolve("data");
    }

    /** Leaves the logs; nobody needs the data of a run in which nothing was wrong. */
    void tidy() {
        for (String part : List.of("kafka", "mongo", "redis", "streams")) {
            Directories.delete(data().resolve(part));
        }
    }

    Path commands() {
        return run.resolve("commands.jsonl");
    }

    Path poison() {
        return run.resolve("poison.jsonl");
    }

    Path platform() {
        return run.resolve("platform.json");
    }

    /** Lets the checker judge, in its own process; gives its exit code. */
    int check(PrintStream out) throws IOException, InterruptedException {
        Path target = home.resolve("checker/target");
        Process checker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        target.resolve("checker.jar") + ":" + target.resolve("lib") + "/*",
                        "dev.parley.checker.Main",
                        run.toString())
                .redirectErrorStream(true)
                .start();
        try (var lines = checker.inputReader()) {
            lines.lines().forEach(out::println);
        }
        return checker.waitFor();
    }
}
