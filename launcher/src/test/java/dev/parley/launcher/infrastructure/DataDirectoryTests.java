package dev.parley.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.launcher.process.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {
    @TempDir
    Path place;

    @Test
    void isPreparedAsOftenAsOneLikes() {
        var data = new DataDirectory(place.resolve("new"));
        assertThat(data.prepare().prepare().mongo()).isDirectory();
        assertThat(data.kafka()).doesNotExist();
    }

    @Test
    void leavesOtherPeoplesFilesAlone() throws Exception {
        Files.writeString(place.resolve("thesis.txt"), "mine");
        assertRefused("holds files that are not Parley's");
        assertThat(place).isDirectoryNotContaining(file -> !file.endsWith("thesis.txt"));
    }

    @Test
    void refusesAnotherVersionsData() throws Exception {
        Files.writeString(place.resolve("layout"), "2\n");
        assertRefused("another version of Parley");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> new DataDirectory(place).prepare())
                .isInstanceOf(LaunchException.class)
                .hasMessageContainingAll(place.toString(), why);
    }
}
