package dev.parley.launcher;

import dev.parley.launcher.infrastructure.DataDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one launcher that works on a data directory; the operating system lets go of it however that ends. */
final class LauncherLock implements AutoCloseable {
    private final FileChannel file;

    private LauncherLock(FileChannel file) {
        this.file = file;
    }

    /** Empty when another launcher holds it. */
    static Optional<LauncherLock> tryTake(DataDirectory data) throws IOException {
        var file = FileChannel.open(place(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            return Optional.empty();
        }
        Files.writeString(
                holderFile(data), Long.toString(ProcessHandle.current().pid()));
        return Optional.of(new LauncherLock(file));
    }

    static boolean isHeld(DataDirectory data) {
        if (!place(data).toFile().exists()) {
            return false;
        }
        try (var file = FileChannel.open(place(data), StandardOpenOption.WRITE)) {
            return file.tryLock() == null;
        } catch (IOException _) {
            return false;
        }
    }

    /** The pid of who holds it. */
    static Optional<Long> holder(DataDirectory data) {
        try {
            return Optional.of(Long.parseLong(Files.readString(holderFile(data))));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException _) {
            // the lock ends with the process anyway
        }
    }

    private static Path holderFile(DataDirectory data) {
        return data.run().resolve("launcher.pid");
    }

    private static Path place(DataDirectory data) {
        return data.run().resolve("launcher.lock");
    }
}
