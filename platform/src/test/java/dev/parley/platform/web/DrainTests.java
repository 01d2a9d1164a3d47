package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DrainTests {

    private final Drain drain = new Drain(Duration.ofMillis(200));
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Test
    void stopsBeforeConsumersAndTheWebServer() {
        assertThat(drain.getPhase()).isGreaterThan(SmartLifecycle.DEFAULT_PHASE - 1024);
    }

    @Test
    void aConnectionIsKeptWhileTheInstanceRuns() throws Exception {
        drain.start();

        assertThat(connectionOfTheNextAnswer()).isNull();
    }

    @Test
    void anEndingInstanceAnswersAndThenLeavesTheConnection() throws Exception {
        drain.start();
        drain.stop(stopped::countDown);

        assertThat(connectionOfTheNextAnswer()).isEqualTo("close");
    }

    @Test
    void nothingElseStopsBeforeItsTimeIsOver() throws Exception {
        long begin = System.nanoTime();
        drain.stop(stopped::countDown);

        assertThat(drain.isRunning()).isFalse();
        assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    private @Nullable String connectionOfTheNextAnswer() throws Exception {
        var response = new MockHttpServletResponse();
        new LastAnswerFilter(drain).doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response.getHeader("Connection");
    }
}
