package dev.parley.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A namespace of the cluster that {@code parley.kubectl} leads to; by default the one kubectl knows. */
record Cluster(String namespace) {
    private static final String KUBECTL = System.getProperty("parley.kubectl", "kubectl");

    /** What a command printed, and how it ended. */
    record Output(int exit, String text) {

        String orThrow() {
            if (exit != 0) {
                throw new IllegalStateException("exit " + exit + ": " + text);
            }
            return text.strip();
        }
    }

    Output kubectl(String... arguments) {
        return run("", arguments);
    }

    Output apply(String manifest) {
        return run(manifest, "apply", "-f", "-");
    }

    String secret(String name, String key) {
        String path = "jsonpath={.data.%s}".formatted(key.replace(".", "\\."));
        return new String(
                Base64.getDecoder()
                        .decode(kubectl("get", "secret", name, "-o", path).orThrow()),
                StandardCharsets.UTF_8);
    }

    List<String> pods(String service) {
        return kubectl("get", "pods", "-l", "app.kubernetes.io/name=" + service, "-o", "name")
                .orThrow()
                .lines()
                .toList();
    }

    /** Goes on when the last old pod is replaced by a ready one. */
    void restart(String service) {
        kubectl("rollout", "restart", "deployment/" + service).orThrow();
        awaitRollout(service);
    }

    void awaitRollout(String service) {
        kubectl("rollout", "status", "deployment/" + service, "--timeout=400s").orThrow();
    }

    /** The step of an upgrade that follows the roll-out. */
    Output migrate() {
        return start("", List.of("deploy/migrate", namespace));
    }

    private Output run(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(KUBECTL.split(" ")));
        command.addAll(List.of("-n", namespace));
        command.addAll(List.of(arguments));
        return start(input, command);
    }

    private static Output start(String input, List<String> command) {
        try {
            Path given = Files.writeString(Files.createTempFile("parley", ".yaml"), input);
            var builder = new ProcessBuilder(command)
                    .directory(Installation.projectRoot().toFile())
                    .redirectInput(given.toFile())
                    .redirectErrorStream(true);
            builder.environment().put("KUBECTL", KUBECTL);
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            Files.delete(given);
            return new Output(exit, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
