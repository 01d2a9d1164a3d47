package dev.parley.launcher.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.infrastructure.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortPlanTests {
    private static final int BASE = freeRange();

    @Test
    void putsEverybodyNearTheGateway() {
        var plan = PortPlan.of(new Ports(), BASE, Map.of(Service.SESSION, 3));
        assertThat(plan.gateway().uri()).hasToString("http://127.0.0.1:" + BASE);
        assertThat(plan.instances())
                .extracting(instance -> instance.name() + " " + (instance.port() - BASE))
                .containsExactly(
                        "gateway-1 0",
                        "question-1 1",
                        "session-1 2",
                        "session-2 20",
                        "session-3 21",
                        "scoring-1 3",
                        "analytics-1 4");
        assertThat(plan.infrastructure().kafka()).isEqualTo(BASE + 12);
        assertThat(plan.uris(Service.SESSION))
                .isEqualTo("http://127.0.0.1:%d,http://127.0.0.1:%d,http://127.0.0.1:%d"
                        .formatted(BASE + 2, BASE + 20, BASE + 21));
    }

    @Test
    void goesElsewhereWhenAPlaceIsTaken() throws Exception {
        try (var _ = new ServerSocket(BASE + 1, 1, InetAddress.getLoopbackAddress())) {
            var plan = PortPlan.of(new Ports(), BASE, Map.of());
            assertThat(plan.of(Service.QUESTION).getFirst().port()).isNotEqualTo(BASE + 1);
            assertThat(plan.of(Service.SESSION).getFirst().port()).isEqualTo(BASE + 2);
        }
    }

    @Test
    void givesNoPortTwice() {
        var plan = PortPlan.of(new Ports(), 0, Map.of(Service.SCORING, 8));
        assertThat(plan.instances()).extracting(Instance::port).doesNotHaveDuplicates();
    }

    private static int freeRange() {
        return IntStream.iterate(21_000, base -> base + 50)
                .filter(base -> IntStream.range(base, base + 30).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }
}
