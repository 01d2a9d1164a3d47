package dev.parley.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class LeashTests {
    @Test
    void endsWhatItHoldsAndNothingElse() throws Exception {
        var held = new ProcessBuilder("sleep", "600").start();
        var released = new ProcessBuilder("sleep", "600").start();
        try (var leash = new Leash()) {
            leash.hold(held.pid());
            leash.hold(released.pid());
            leash.release(released.pid());
        }
        await().until(() -> !held.isAlive());
        assertThat(released.isAlive()).isTrue();
        released.destroyForcibly();
    }
}
