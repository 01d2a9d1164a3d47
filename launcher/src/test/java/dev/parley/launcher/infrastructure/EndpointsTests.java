package dev.parley.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointsTests {
    private static final InfrastructurePorts PORTS = new InfrastructurePorts(1, 2, 3, 4);

    @Test
    void areOnThisMachine() {
        assertThat(Endpoints.of(PORTS, Map.of("PARLEY_REDIS_URI", "")))
                .isEqualTo(new Endpoints(
                        "127.0.0.1:1", "mongodb://127.0.0.1:3/?replicaSet=parley", "redis://127.0.0.1:4"));
    }

    @Test
    void areWhatTheEnvironmentNames() {
        var environment = Map.of(
                "PARLEY_KAFKA_BOOTSTRAP", "k:1", "PARLEY_MONGODB_URI", "mongodb://m", "PARLEY_REDIS_URI", "redis://r");
        assertThat(Endpoints.of(PORTS, environment)).isEqualTo(new Endpoints("k:1", "mongodb://m", "redis://r"));
    }
}
