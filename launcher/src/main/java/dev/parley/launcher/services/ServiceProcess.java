package dev.parley.launcher.services;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.infrastructure.LocalInfrastructure;
import dev.parley.launcher.infrastructure.Rank;
import dev.parley.launcher.process.ProcessSpec;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** An instance of a service as a child: its extracted jar, and everything it is told through the environment. */
record ServiceProcess(ExtractedJar jar, ProcessSpec spec) {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    static ServiceProcess of(Instance instance, ExtractedJar jar, DataDirectory data, Map<String, String> environment) {
        boolean gateway = instance.service() == Service.GATEWAY;
        return new ServiceProcess(
                jar,
                new ProcessSpec(
                        instance.name(),
                        gateway ? Rank.GATEWAY : Rank.SERVICE,
                        instance.port(),
                        jar.command(),
                        jar.directory(),
                        environment,
                        data.log(instance.name()),
                        new HttpProbe(instance.uri().resolve("/actuator/health/readiness")),
                        START_LIMIT,
                        ""));
    }

    static Map<String, String> environment(
            Instance instance, PortPlan plan, LocalInfrastructure infrastructure, DataDirectory data, Secrets secrets) {
        var environment = new TreeMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(instance.port()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("PARLEY_INSTANCE", instance.name());
        environment.put("PARLEY_KAFKA_BOOTSTRAP", infrastructure.kafkaBootstrap());
        environment.put("PARLEY_MONGODB_URI", infrastructure.mongoUri());
        environment.put("PARLEY_REDIS_URI", infrastructure.redisUri());
        environment.put("PARLEY_GATEWAY_URI", plan.gateway().uri().toString());
        environment.put("PARLEY_MASTER_KEY", secrets.masterKey());
        environment.put("PARLEY_ID_SECRET", secrets.idSecret());
        environment.put("PARLEY_SERVICE_SECRET", secrets.serviceSecret());
        switch (instance.service()) {
            case GATEWAY -> {
                environment.put("PARLEY_SETUP_TOKEN", secrets.setupToken());
                Service.behindGateway().forEach(other -> environment.put(other.uriVariable(), plan.uris(other)));
            }
            case ANALYTICS ->
                environment.put(
                        "PARLEY_STATE_DIR",
                        data.streams().resolve(instance.name()).toString());
            // the history import hands each interview's ratings to scoring-service
            case SESSION -> environment.put(Service.SCORING.uriVariable(), plan.uris(Service.SCORING));
            case QUESTION, SCORING -> {}
        }
        return environment;
    }
}
