package dev.parley.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the held processes to end when this JVM dies, however it dies: a shell waits for the end of the pipe that only
 * this JVM holds open.
 */
final class Leash implements AutoCloseable {
    private static final String SCRIPT = """
            held=
            while read -r sign pid; do
              case $sign in
                +) held="$held $pid" ;;
                -) rest=; for one in $held; do [ "$one" = "$pid" ] || rest="$rest $one"; done; held=$rest ;;
              esac
            done
            [ -z "$held" ] || kill -TERM $held 2>/dev/null
            """;

    private final Process shell;

    Leash() {
        var command = new ArrayList<>(OwnSession.PREFIX);
        command.addAll(List.of("/bin/sh", "-c", SCRIPT));
        try {
            shell = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hold(long pid) {
        tell("+ " + pid);
    }

    void release(long pid) {
        tell("- " + pid);
    }

    private synchronized void tell(String line) {
        try {
            shell.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            shell.getOutputStream().flush();
        } catch (IOException _) {
            // somebody killed the shell: the ledger still finds every process
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException _) {
            shell.destroy();
        }
    }
}
