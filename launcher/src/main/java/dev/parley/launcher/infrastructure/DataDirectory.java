package dev.parley.launcher.infrastructure;

import dev.parley.launcher.process.LaunchException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where a local platform keeps everything it must not forget. */
public record DataDirectory(Path root) {
    private static final String LAYOUT = "1\n";

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates what is missing. */
    public DataDirectory prepare() {
        try {
            claim();
            for (var part : new Path[] {mongo(), redis(), streams(), logs(), run(), aot()}) {
                Files.createDirectories(part);
            }
            Files.delete(Files.createTempFile(run(), "writable", ""));
            return this;
        } catch (IOException e) {
            throw new LaunchException(
                    "The data directory %s cannot be written (%s): make room there, or name another with PARLEY_DATA."
                            .formatted(root, reason(e)),
                    e);
        }
    }

    // some exceptions of the file system say no more than the name of the file
    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException exists -> exists.getFile() + " is not a directory";
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            default -> String.valueOf(e.getMessage());
        };
    }

    // nobody's files end up among ours because of a mistyped variable
    private void claim() throws IOException {
        var marker = root.resolve("layout");
        Files.createDirectories(root);
        if (!Files.exists(marker)) {
            if (!isEmpty()) {
                throw new LaunchException(
                        "%s holds files that are not Parley's: name an empty or new directory with PARLEY_DATA."
                                .formatted(root));
            }
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(marker, LAYOUT);
        } else if (!Files.readString(marker).equals(LAYOUT)) {
            throw new LaunchException(
                    "The data directory %s was written by another version of Parley: use that version, or name another directory with PARLEY_DATA."
                            .formatted(root));
        }
    }

    private boolean isEmpty() throws IOException {
        try (var entries = Files.list(root)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Created by the broker itself, so that a directory that exists is always a complete one. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path mongo() {
        return root.resolve("mongo");
    }

    /** Sign-ins of the demo organization, as a shell reads them. */
    public Path demo() {
        return root.resolve("demo.env");
    }

    public Path redis() {
        return root.resolve("redis");
    }

    public Path streams() {
        return root.resolve("streams");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path aot() {
        return root.resolve("aot");
    }

    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** What to do when the data in one of the parts cannot be read. */
    String afresh(Path part) {
        return "if its data in %s is damaged or was written by something else, restore it, or start afresh by moving %s away (nothing was deleted)"
                .formatted(part, root);
    }
}
