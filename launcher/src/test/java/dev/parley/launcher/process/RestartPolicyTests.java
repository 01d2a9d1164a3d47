package dev.parley.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTests {
    private final RestartPolicy policy =
            new RestartPolicy(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(30), 2);

    @Test
    void waitsLongerAndLongerUpToALimit() {
        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(failures ->
                                policy.delay(failures, true).orElseThrow().toMillis()))
                .containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L);
    }

    @Test
    void neverGivesUpWhatHasWorked() {
        assertThat(policy.delay(1_000_000, true)).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void givesUpWhatNeverWorked() {
        assertThat(policy.delay(1, false)).isPresent();
        assertThat(policy.delay(2, false)).isEmpty();
    }

    @Test
    void forgetsFailuresAfterAGoodRun() {
        assertThat(policy.failures(7, true, Duration.ofSeconds(30))).isEqualTo(1);
        assertThat(policy.failures(7, true, Duration.ofSeconds(29))).isEqualTo(8);
        assertThat(policy.failures(7, false, Duration.ofHours(1))).isEqualTo(8);
    }
}
