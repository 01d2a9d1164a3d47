package dev.parley.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessIdentityTests {
    private final ProcessHandle me = ProcessHandle.current();
    private final Instant started = me.info().startInstant().orElseThrow();
    private final String executable =
            Path.of(me.info().command().orElseThrow()).getFileName().toString();

    @Test
    void recognizesTheSameProcess() {
        assertThat(new ProcessIdentity("me", 0, me.pid(), started, executable).running())
                .hasValue(me);
    }

    @Test
    void isNotFooledByAReusedPid() {
        assertThat(new ProcessIdentity("me", 0, me.pid(), started.minusSeconds(60), executable).running())
                .isEmpty();
        assertThat(new ProcessIdentity("me", 0, me.pid(), started, "mongod").running())
                .isEmpty();
    }
}
