package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two minutes of faults, judged by the checker; {@code ./parley verify} runs ten, and the mutations. */
class ChaosIT {
    private static final Pattern SUMMARY =
            Pattern.compile("(\\d+) faults took place; (\\d+) interviews played, .*; (\\d+) requests");

    @Test
    void twoMinutesOfFaultsBreakNoInvariant() throws IOException, InterruptedException {
        Path home = Installation.projectRoot();
        Process run = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dparley.home=" + home,
                        "-cp",
                        home.resolve("chaos/target/chaos.jar") + ":" + home.resolve("launcher/target/launcher.jar")
                                + ":" + home.resolve("launcher/target/lib") + "/*",
                        "dev.parley.chaos.Main",
                        "--seed",
                        "12",
                        "--minutes",
                        "2"))
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said).contains("0 violations.");
        Matcher summary = SUMMARY.matcher(said);
        assertThat(summary.find()).as(said).isTrue();
        assertThat(Integer.parseInt(summary.group(1))).as(said).isGreaterThanOrEqualTo(5);
        assertThat(Integer.parseInt(summary.group(2))).as(said).isGreaterThanOrEqualTo(10);
    }
}
