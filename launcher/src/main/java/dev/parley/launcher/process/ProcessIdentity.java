package dev.parley.launcher.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process as it was when started: a pid alone may by now belong to somebody else's process. */
public record ProcessIdentity(String name, int rank, long pid, Instant started, String executable) {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    static ProcessIdentity of(ProcessSpec spec, ProcessHandle process) {
        return new ProcessIdentity(
                spec.name(),
                spec.rank(),
                process.pid(),
                process.info().startInstant().orElse(Instant.EPOCH),
                realName(Path.of(spec.command().getFirst())));
    }

    /** The same process, if it is still running. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        var info = process.info();
        return info.startInstant().filter(this::isStart).isPresent()
                && info.command()
                        .filter(command -> realName(Path.of(command)).equals(executable))
                        .isPresent();
    }

    private boolean isStart(Instant instant) {
        return Duration.between(started, instant).abs().compareTo(CLOCK_TOLERANCE) < 0;
    }

    // distributions link one binary to another: redis-server is redis-check-rdb on Debian
    private static String realName(Path executable) {
        try {
            return executable.toRealPath().getFileName().toString();
        } catch (IOException _) {
            return executable.getFileName().toString();
        }
    }
}
