package dev.parley.analytics.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state directory of this instance. It is trusted only after a clean stop, for a store may hold what was never
 * committed when the process died, and only with the broker it was made with. Otherwise it is emptied, and Streams
 * restores it from Kafka.
 */
final class LocalState {

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);
    private static final long ROOM = 1 << 20;
    private static final String STOPPED_CLEANLY = "stopped-cleanly";

    /** With the same process id the transactions of the dead process are ended at once, not by their timeout. */
    private static final String PROCESS_ID = "kafka-streams-process-metadata";

    private final Path directory;
    private String cluster = "";

    LocalState(Path directory) {
        this.directory = directory;
    }

    void open(String servedBy) {
        cluster = servedBy;
        Path mark = directory.resolve(STOPPED_CLEANLY);
        try {
            Files.createDirectories(directory);
            boolean trusted = Files.exists(mark) && Files.readString(mark).equals(cluster);
            Files.deleteIfExists(mark);
            if (!trusted) {
                wipe();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state directory " + directory + " cannot be used", e);
        }
    }

    /** Whether nothing can be written there any more. */
    boolean isFull() {
        try {
            return Files.getFileStore(directory).getUsableSpace() < ROOM;
        } catch (IOException e) {
            LOG.debug("the room in {} is not known", directory, e);
            return false;
        }
    }

    void stoppedCleanly() {
        try {
            Files.writeString(directory.resolve(STOPPED_CLEANLY), cluster);
        } catch (IOException e) {
            LOG.warn("the next start will restore all state, because {} cannot be written", directory, e);
        }
    }

    private void wipe() throws IOException {
        try (var files = Files.walk(directory)) {
            List<Path> found = files.filter(path -> !path.equals(directory))
                    .filter(path -> !path.endsWith(PROCESS_ID))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path path : found) {
                delete(path);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException _) {
            LOG.debug("{} keeps the process id", path);
        }
    }
}
