package dev.parley.launcher.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to run and how to tell that it works. The first word of the command is an absolute path; processes of a lower
 * rank are stopped before those of a higher one. The advice is what to do when it never
 * becomes ready, as the end of a sentence, or empty.
 */
public record ProcessSpec(
        String name,
        int rank,
        int port,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Path log,
        Probe probe,
        Duration startLimit,
        String advice) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
