package dev.parley.launcher.infrastructure;

import java.util.Map;

/** Where the infrastructure is: what the environment names, else a port of this machine. */
public record Endpoints(String kafkaBootstrap, String mongoUri, String redisUri) {
    static final String KAFKA = "PARLEY_KAFKA_BOOTSTRAP";
    static final String MONGODB = "PARLEY_MONGODB_URI";
    static final String REDIS = "PARLEY_REDIS_URI";

    public static Endpoints of(InfrastructurePorts ports, Map<String, String> environment) {
        return new Endpoints(
                given(environment, KAFKA, "127.0.0.1:" + ports.kafka()),
                given(
                        environment,
                        MONGODB,
                        "mongodb://127.0.0.1:%d/?replicaSet=%s".formatted(ports.mongodb(), OneNodeReplicaSet.NAME)),
                given(environment, REDIS, "redis://127.0.0.1:" + ports.redis()));
    }

    static boolean isGiven(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private static String given(Map<String, String> environment, String variable, String otherwise) {
        return isGiven(environment, variable) ? environment.getOrDefault(variable, otherwise) : otherwise;
    }
}
