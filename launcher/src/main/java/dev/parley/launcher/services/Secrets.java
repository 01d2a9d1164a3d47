package dev.parley.launcher.services;

import dev.parley.launcher.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Made once per data directory and readable by its owner only; without them the data in it is of no use. */
public record Secrets(String masterKey, String idSecret, String serviceSecret, String setupToken) {
    private static final int BYTES = 32;

    public static Secrets loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            var all = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                all.load(in);
            }
            return new Secrets(
                    get(all, file, "master-key"),
                    get(all, file, "id-secret"),
                    get(all, file, "service-secret"),
                    get(all, file, "setup-token"));
        } catch (IOException e) {
            throw new LaunchException("The secrets in %s cannot be read or written (%s).".formatted(file, e), e);
        }
    }

    private static void create(Path file) throws IOException {
        var all = new Properties();
        all.setProperty("master-key", Base64.getEncoder().encodeToString(random()));
        all.setProperty("id-secret", text());
        all.setProperty("service-secret", text());
        all.setProperty("setup-token", text());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var partial = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(partial);
        Files.createFile(partial, ownerOnly);
        try (var out = Files.newBufferedWriter(partial)) {
            all.store(out, "Keep this file with the data: personal fields cannot be read without the master key.");
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String get(Properties all, Path file, String name) {
        var value = all.getProperty(name, "");
        if (value.isBlank()) {
            throw new LaunchException(
                    "%s has no %s: restore the file, since what it protects cannot be read without it."
                            .formatted(file, name));
        }
        return value;
    }

    private static String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
