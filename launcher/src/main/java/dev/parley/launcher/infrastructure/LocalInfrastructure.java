package dev.parley.launcher.infrastructure;

import dev.parley.launcher.process.ProcessLedger;
import dev.parley.launcher.process.ProcessSpec;
import dev.parley.launcher.process.SupervisedProcess;
import dev.parley.launcher.process.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Kafka, MongoDB and Redis, ready to use. What the environment names (PARLEY_KAFKA_BOOTSTRAP, PARLEY_MONGODB_URI,
 * PARLEY_REDIS_URI) is used as it is; the rest is started as children of this JVM, restarted when it dies, and ends with
 * this JVM however that ends. Not for more than one JVM per data directory at a time.
 */
public final class LocalInfrastructure implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Supervisor supervisor;
    private final Endpoints endpoints;
    private final List<SupervisedProcess> processes = new ArrayList<>();

    private LocalInfrastructure(Supervisor supervisor, Endpoints endpoints) {
        this.supervisor = supervisor;
        this.endpoints = endpoints;
    }

    /** Starts what is not given, on free ports, and waits until all of it is ready. */
    public static LocalInfrastructure start(Path dataDirectory) {
        var data = new DataDirectory(dataDirectory).prepare();
        var ledger = new ProcessLedger(data.run());
        ledger.stopLeftovers(STOP_LIMIT);
        var supervisor = new Supervisor(ledger, _ -> {});
        try {
            return start(data, InfrastructurePorts.from(new Ports(), 0), System.getenv(), supervisor, _ -> {});
        } catch (RuntimeException e) {
            supervisor.close();
            throw e;
        }
    }

    /** As part of a larger set of processes, which the given supervisor stops. */
    public static LocalInfrastructure start(
            DataDirectory data,
            InfrastructurePorts ports,
            Map<String, String> environment,
            Supervisor supervisor,
            Consumer<String> say) {
        var infrastructure = new LocalInfrastructure(supervisor, Endpoints.of(ports, environment));
        // all of it is found before any of it is started
        var missing = missing(data, ports, environment, say);
        missing.forEach(spec -> infrastructure.processes.add(supervisor.start(spec)));
        supervisor.awaitReady(infrastructure.processes);
        return infrastructure;
    }

    private static List<ProcessSpec> missing(
            DataDirectory data, InfrastructurePorts ports, Map<String, String> environment, Consumer<String> say) {
        var specs = new ArrayList<ProcessSpec>();
        if (!Endpoints.isGiven(environment, Endpoints.KAFKA)) {
            specs.add(KafkaBroker.spec(data, ports.kafka(), ports.kafkaController()));
        }
        if (!Endpoints.isGiven(environment, Endpoints.REDIS)) {
            specs.add(RedisServer.spec(data, ports.redis()));
        }
        if (!Endpoints.isGiven(environment, Endpoints.MONGODB)) {
            specs.add(MongoServer.spec(data, new MongodBinary(environment, say).orFetch(), ports.mongodb()));
        }
        return specs;
    }

    /** One for all tests of this JVM, in a temporary directory; ends with the JVM. */
    public static LocalInfrastructure shared() {
        return Shared.INSTANCE;
    }

    public String kafkaBootstrap() {
        return endpoints.kafkaBootstrap();
    }

    /** Without a database: each service appends its own. */
    public String mongoUri() {
        return endpoints.mongoUri();
    }

    public String redisUri() {
        return endpoints.redisUri();
    }

    /** The children started here; none for what the environment named. */
    public List<SupervisedProcess> processes() {
        return List.copyOf(processes);
    }

    @Override
    public void close() {
        supervisor.close();
    }

    private static final class Shared {
        static final LocalInfrastructure INSTANCE = startShared();

        private static LocalInfrastructure startShared() {
            try {
                var data = Files.createTempDirectory("parley-infrastructure");
                var infrastructure = start(data);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    infrastructure.close();
                    Directories.delete(data);
                }));
                return infrastructure;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
