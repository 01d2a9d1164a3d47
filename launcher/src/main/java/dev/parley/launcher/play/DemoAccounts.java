package dev.parley.launcher.play;

import dev.parley.launcher.play.Setup.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The demo organization's sign-ins: one password, made once per data directory. The file can be read by its owner and
 * sourced by a shell.
 */
public final class DemoAccounts {
    private static final String PASSWORD = "PARLEY_DEMO_PASSWORD";
    private static final String KEY = "PARLEY_API_KEY";
    private static final String URL = "PARLEY_URL";

    private final Path file;
    private final Properties values = new Properties();

    public DemoAccounts(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    values.load(in);
                }
            } else {
                var bytes = new byte[15];
                new SecureRandom().nextBytes(bytes);
                values.setProperty(PASSWORD, Base64.getUrlEncoder().encodeToString(bytes));
                store();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String password() {
        return values.getProperty(PASSWORD);
    }

    /** Whether the demo was filled to the end. */
    public boolean isFilled() {
        return values.containsKey(KEY);
    }

    /** Of the demo organization; empty before it is filled. */
    public String apiKey() {
        return values.getProperty(KEY, "");
    }

    /** Where the platform was last. */
    public String url() {
        return values.getProperty(URL, "");
    }

    /** Remembers that the demo is there, and how scripts get in. */
    public void filled(String apiKey) {
        values.setProperty(KEY, apiKey);
        store();
    }

    /** Where the platform is this time. */
    public void at(String url) {
        values.setProperty(URL, url);
        store();
    }

    /** Who runs the local installation. */
    public Account operator() {
        return account("operator", "Olu Demo");
    }

    Account account(String name, String displayName) {
        return new Account(name + "@demo.example", displayName, password());
    }

    private void store() {
        var text = new StringBuilder();
        values.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> text.append(name)
                        .append('=')
                        .append(values.getProperty(name))
                        .append('\n'));
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
