package dev.parley.launcher.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.launcher.process.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
    @TempDir
    Path directory;

    @Test
    void areMadeOnceForTheirOwnerOnly() throws Exception {
        var file = directory.resolve("secrets.properties");
        var made = Secrets.loadOrCreate(file);
        assertThat(Base64.getDecoder().decode(made.masterKey())).hasSize(32);
        assertThat(Secrets.loadOrCreate(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void areNeverReplacedWhenOneIsMissing() throws Exception {
        var file = directory.resolve("secrets.properties");
        Files.writeString(file, "id-secret=x");
        assertThatThrownBy(() -> Secrets.loadOrCreate(file))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("master-key");
        assertThat(file).hasContent("id-secret=x");
    }
}
