package dev.parley.bench.events;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.infrastructure.Directories;
import dev.parley.launcher.infrastructure.InfrastructurePorts;
import dev.parley.launcher.infrastructure.LocalInfrastructure;
import dev.parley.launcher.infrastructure.Ports;
import dev.parley.launcher.process.ProcessLedger;
import dev.parley.launcher.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Kafka, MongoDB and Redis of this run alone, on free ports and in a temporary directory that goes with them. The broker
 * can be stopped and started again, so it has a supervisor of its own.
 */
final class Engines implements AutoCloseable {

    private static final String KAFKA = "PARLEY_KAFKA_BOOTSTRAP";
    private static final String MONGODB = "PARLEY_MONGODB_URI";
    private static final String REDIS = "PARLEY_REDIS_URI";

    private final Path directory;
    private final InfrastructurePorts ports;
    private final Consumer<String> say;
    private final LocalInfrastructure stores;
    private LocalInfrastructure broker;

    private Engines(Path directory, Consumer<String> say) {
        this.directory = directory;
        this.say = say;
        this.ports = InfrastructurePorts.from(new Ports(), 0);
        this.stores = part("stores", Map.of(KAFKA, "127.0.0.1:" + ports.kafka()));
        try {
            this.broker = broker();
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    /** What the environment names is left alone: a measurement must not touch an installation. */
    static Engines start(Consumer<String> say) throws IOException {
        Path directory = Files.createTempDirectory("parley-bench");
        try {
            return new Engines(directory, say);
        } catch (RuntimeException e) {
            Directories.delete(directory);
            throw e;
        }
    }

    String kafkaBootstrap() {
        return broker.kafkaBootstrap();
    }

    String mongoUri() {
        return stores.mongoUri();
    }

    String redisUri() {
        return stores.redisUri();
    }

    void stopBroker() {
        broker.close();
    }

    void startBroker() {
        broker = broker();
    }

    private LocalInfrastructure broker() {
        return part("broker", Map.of(MONGODB, stores.mongoUri(), REDIS, stores.redisUri()));
    }

    private LocalInfrastructure part(String name, Map<String, String> given) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeAll(Set.of(KAFKA, MONGODB, REDIS));
        environment.putAll(given);
        DataDirectory data = new DataDirectory(directory.resolve(name)).prepare();
        var supervisor = new Supervisor(new ProcessLedger(data.run()), say);
        try {
            return LocalInfrastructure.start(data, ports, environment, supervisor, say);
        } catch (RuntimeException e) {
            supervisor.close();
            throw e;
        }
    }

    @Override
    public void close() {
        broker.close();
        stores.close();
        Directories.delete(directory);
    }
}
