package dev.parley.analytics.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.OrganizationId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class UpdateStreamTests {

    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    @Test
    void tellsRevisionsAsTheyCome() {
        var client = new Client();
        UpdateStream stream = start(client, Duration.ofMinutes(1));
        stream.signal(3);
        await().until(() -> client.sent.size() == 1);
        stream.signal(4);
        await().until(() -> client.sent.size() == 2);
        assertThat(client.sent.getFirst())
                .contains("event:revision")
                .contains("id:3")
                .contains("data:3");
        assertThat(client.sent.getLast()).contains("data:4");
    }

    @Test
    void aSlowClientMissesWhatIsOutdatedAndSlowsNobody() {
        var slow = new Client();
        slow.reads = new CountDownLatch(1);
        var quick = new Client();
        UpdateStream toSlow = start(slow, Duration.ofMinutes(1));
        UpdateStream toQuick = start(quick, Duration.ofMinutes(1));
        for (int revision = 1; revision <= 100; revision++) {
            toSlow.signal(revision);
            toQuick.signal(revision);
        }
        await().until(() -> quick.sent.getLast().contains("data:100"));
        slow.reads.countDown();
        await().until(() -> slow.sent.getLast().contains("data:100"));
        assertThat(slow.sent).hasSizeLessThan(100);
    }

    @Test
    void endsWithTheToken() {
        var client = new Client();
        start(client, Duration.ofMillis(200)).signal(1);
        await().until(() -> client.completed);
    }

    @Test
    void anExpiredTokenGetsNothing() {
        var client = new Client();
        start(client, Duration.ofSeconds(-1)).signal(1);
        await().until(() -> client.completed);
        assertThat(client.sent).isEmpty();
    }

    @Test
    void streamsThatEndedAreForgotten() {
        var streams = new UpdateStreams(CLOCK, new SimpleMeterRegistry());
        var organization = new OrganizationId("00000000-0000-4000-8000-000000000001");
        streams.open(organization, CLOCK.instant().plusMillis(200));
        assertThat(streams.organizations()).containsExactly(organization);
        await().until(() -> streams.organizations().isEmpty());
    }

    private static UpdateStream start(Client client, Duration left) {
        Instant until = CLOCK.instant().plus(left);
        var stream = new UpdateStream(client, until, CLOCK);
        Thread.ofVirtual().start(stream::run);
        return stream;
    }

    /** Keeps what it is sent; may take its time to read. */
    private static final class Client extends SseEmitter {

        private final List<String> sent = new CopyOnWriteArrayList<>(List.of());
        private volatile CountDownLatch reads = new CountDownLatch(0);
        private volatile boolean completed;

        @Override
        public void send(SseEventBuilder event) throws IOException {
            try {
                reads.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            sent.add(event.build().stream()
                    .map(DataWithMediaType::getData)
                    .map(String::valueOf)
                    .collect(Collectors.joining()));
        }

        @Override
        public void complete() {
            completed = true;
        }
    }
}
