package dev.parley.testkit;

import com.github.dockerjava.api.DockerClient;
import dev.parley.launcher.infrastructure.BrokerSettings;
import dev.parley.launcher.infrastructure.OneNodeReplicaSet;
import dev.parley.launcher.infrastructure.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/**
 * Containers of the images that docker-compose.yml names. Each listens on the same port inside and outside, so what it
 * tells others about itself holds for both, and it keeps its address when it is killed and started again.
 */
final class ContainerEngines implements Engines {

    private final Map<Engine, GenericContainer<?>> containers = new EnumMap<>(Engine.class);
    private final Map<Engine, Integer> ports = new EnumMap<>(Engine.class);

    ContainerEngines() {
        var free = new Ports();
        Stream.of(Engine.values()).forEach(engine -> ports.put(engine, free.preferring(0)));
        Properties versions = versions();
        containers.put(Engine.KAFKA, kafka(versions.getProperty("KAFKA_VERSION"), free.preferring(0)));
        containers.put(Engine.MONGOD, mongod(versions.getProperty("MONGO_VERSION")));
        containers.put(Engine.REDIS, redis(versions.getProperty("REDIS_VERSION")));
        containers.forEach((engine, container) -> {
            int port = port(engine);
            container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, port)));
        });
        Startables.deepStart(containers.values()).join();
        awaitPrimary();
    }

    @Override
    public String kafkaBootstrap() {
        return "127.0.0.1:" + port(Engine.KAFKA);
    }

    @Override
    public String mongoUri() {
        return "mongodb://127.0.0.1:%d/?replicaSet=%s".formatted(port(Engine.MONGOD), OneNodeReplicaSet.NAME);
    }

    @Override
    public String redisUri() {
        return "redis://127.0.0.1:" + port(Engine.REDIS);
    }

    @Override
    public void pause(Engine engine) {
        docker(engine).pauseContainerCmd(id(engine)).exec();
    }

    @Override
    public void resume(Engine engine) {
        docker(engine).unpauseContainerCmd(id(engine)).exec();
    }

    @Override
    public void kill(Engine engine) {
        docker(engine).killContainerCmd(id(engine)).exec();
        docker(engine).startContainerCmd(id(engine)).exec();
    }

    private GenericContainer<?> kafka(String version, int controllerPort) {
        var kafka = new GenericContainer<>("apache/kafka:" + version);
        BrokerSettings.of("/tmp/kraft", "0.0.0.0", port(Engine.KAFKA), controllerPort)
                .forEach((name, value) ->
                        kafka.addEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return kafka.withEnv("CLUSTER_ID", "4L6g3nShT-eMCtK--X86sw")
                .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m")
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
    }

    private GenericContainer<?> mongod(String version) {
        return new GenericContainer<>("mongo:" + version)
                .withCommand(
                        "mongod",
                        "--port",
                        Integer.toString(port(Engine.MONGOD)),
                        "--bind_ip_all",
                        "--replSet",
                        OneNodeReplicaSet.NAME,
                        "--wiredTigerCacheSizeGB",
                        "0.25",
                        "--oplogSize",
                        "128")
                .waitingFor(Wait.forLogMessage(".*Waiting for connections.*", 1));
    }

    private GenericContainer<?> redis(String version) {
        return new GenericContainer<>("redis:" + version)
                .withCommand("redis-server", "--port", Integer.toString(port(Engine.REDIS)), "--save", "")
                .waitingFor(Wait.forLogMessage(".*Ready to accept connections.*", 1));
    }

    private void awaitPrimary() {
        var replicaSet = new OneNodeReplicaSet(port(Engine.MONGOD));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(replicaSet::isPrimary);
    }

    private int port(Engine engine) {
        return ports.getOrDefault(engine, 0);
    }

    private String id(Engine engine) {
        return container(engine).getContainerId();
    }

    private DockerClient docker(Engine engine) {
        return container(engine).getDockerClient();
    }

    private GenericContainer<?> container(Engine engine) {
        return Objects.requireNonNull(containers.get(engine));
    }

    private static Properties versions() {
        var versions = new Properties();
        try (var reader = Files.newBufferedReader(ApprovedFile.projectRoot().resolve(".env"))) {
            versions.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
