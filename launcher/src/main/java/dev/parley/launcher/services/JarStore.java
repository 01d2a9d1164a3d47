package dev.parley.launcher.services;

import dev.parley.launcher.infrastructure.Directories;
import dev.parley.launcher.process.LaunchException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps each service's jar extracted, one directory per content and JDK; those of earlier builds are removed. */
public final class JarStore {
    private static final int DIRECTORY_BYTES = 256 << 10;
    private static final int KEY_LENGTH = 16;

    private final Path home;
    private final Path store;

    /** The jars are looked for in the modules under home. */
    public JarStore(Path home, Path store) {
        this.home = home;
        this.store = store;
    }

    ExtractedJar extracted(Service service) {
        var jar = home.resolve(service.module()).resolve("target").resolve(service.module() + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new LaunchException("%s has not been built: %s is missing.".formatted(service.module(), jar));
        }
        try {
            var place = store.resolve(service.module());
            var directory = place.resolve(key(jar));
            if (!Files.isDirectory(directory)) {
                Directories.delete(place);
                extract(jar, directory);
            }
            return new ExtractedJar(service, directory);
        } catch (IOException e) {
            throw new LaunchException("%s cannot be extracted into %s (%s).".formatted(jar, store, e), e);
        }
    }

    private static void extract(Path jar, Path directory) throws IOException {
        var partial = directory.resolveSibling(directory.getFileName() + ".part");
        Files.createDirectories(partial);
        var tool = new ProcessBuilder(
                        Jvm.JAVA.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        partial.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!Files.isRegularFile(partial.resolve(jar.getFileName()))) {
            throw new IOException(said);
        }
        Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    // a zip ends with the names and checksums of all its entries, so its tail stands for the whole
    private String key(Path jar) throws IOException {
        try (var file = new RandomAccessFile(jar.toFile(), "r")) {
            var tail = new byte[(int) Math.min(DIRECTORY_BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(tail);
            // an AOT cache fits one JDK, one set of options and one path
            digest.update((Runtime.version() + " " + Jvm.OPTIONS + " " + store).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
