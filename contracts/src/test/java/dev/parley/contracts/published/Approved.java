package dev.parley.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated file that is checked in; {@code -Dparley.approve=true} writes it anew for review. */
final class Approved {

    private Approved() {}

    static void matches(Path file, String today) throws IOException {
        if (Boolean.getBoolean("parley.approve")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, today);
        }
        assertThat(file)
                .as("approved file; write it with -Dparley.approve=true")
                .exists();
        assertThat(Files.readString(file))
                .as(file + " as it is checked in; write it with -Dparley.approve=true")
                .isEqualTo(today);
    }
}
