package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.infrastructure.DataDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherLockTests {
    @TempDir
    Path directory;

    @Test
    void canBeTakenAgainOnceLetGo() throws Exception {
        var data = new DataDirectory(directory).prepare();
        assertThat(LauncherLock.isHeld(data)).isFalse();
        try (var _ = LauncherLock.tryTake(data).orElseThrow()) {
            assertThat(LauncherLock.holder(data))
                    .hasValue(ProcessHandle.current().pid());
        }
        assertThat(LauncherLock.isHeld(data)).isFalse();
        assertThat(LauncherLock.tryTake(data)).isPresent();
    }
}
