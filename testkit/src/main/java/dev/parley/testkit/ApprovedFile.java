package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A generated page of {@code docs} that is kept in the repository; {@code -Dparley.approve=true} writes it anew for review. */
final class ApprovedFile {

    private ApprovedFile() {}

    static void matches(String path, String actual) {
        Path file = projectRoot().resolve(path);
        try {
            if (Boolean.getBoolean("parley.approve")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file)
                    .as("approved page; write it with -Dparley.approve=true")
                    .exists();
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("parley")) || !Files.exists(folder.resolve("contracts"))) {
            folder = Objects.requireNonNull(folder.getParent(), "tests run inside the project");
        }
        return folder;
    }
}
