package dev.parley.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One project of {@code docker compose} with the checkout's own file, on a port and volumes of its own. */
final class Compose implements AutoCloseable {
    private final String project;
    private final List<String> overrides;
    private final int port;

    /** With further files, which change what the checkout's own says. */
    Compose(String project, String... overrides) {
        this(project, List.of(overrides), freePort());
        compose("down", "--volumes", "--remove-orphans");
    }

    private Compose(String project, List<String> overrides, int port) {
        this.project = project;
        this.overrides = overrides;
        this.port = port;
    }

    /** The same project with another port published. */
    Compose onPort(int another) {
        return new Compose(project, overrides, another);
    }

    /** What a command printed, and how it ended. */
    record Output(int exit, String text) {

        String orThrow() {
            if (exit != 0) {
                throw new IllegalStateException("exit " + exit + ": " + text);
            }
            return text.strip();
        }
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Output compose(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("docker", "compose", "-p", project, "--progress", "plain", "-f", "docker-compose.yml"));
        overrides.forEach(file -> command.addAll(List.of("-f", file)));
        command.addAll(List.of(arguments));
        return run(command);
    }

    Output docker(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** The container of a service. */
    String container(String service) {
        return compose("ps", "--all", "--quiet", service).orThrow();
    }

    String inspect(String service, String template) {
        return docker("inspect", "--format", template, container(service)).orThrow();
    }

    private Output run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command)
                    .directory(Installation.projectRoot().toFile())
                    .redirectErrorStream(true);
            builder.environment().put("PARLEY_PORT", Integer.toString(port));
            var process = builder.start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--timeout", "40");
    }
}
