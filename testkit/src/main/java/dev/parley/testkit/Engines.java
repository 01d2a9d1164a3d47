package dev.parley.testkit;

import dev.parley.launcher.infrastructure.LocalInfrastructure;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * The Kafka, MongoDB and Redis the tests of this JVM run on. {@code PARLEY_TEST_ENGINES} decides: {@code processes} of
 * this machine, which is the default, {@code containers}, or {@code auto}: containers where an engine answers.
 */
public interface Engines {

    String kafkaBootstrap();

    /** Without a database. */
    String mongoUri();

    String redisUri();

    /** Stands still until resumed: connections stay open, nobody answers. */
    void pause(Engine engine);

    void resume(Engine engine);

    /** Dies at once, without a word to anybody, and comes back at the same address with its data. */
    void kill(Engine engine);

    /** One of the three. */
    enum Engine {
        KAFKA,
        MONGOD,
        REDIS;

        String processName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One for all tests of this JVM. */
    static Engines shared() {
        return Shared.INSTANCE;
    }

    /** Where they come from; chosen once. */
    final class Shared {
        private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
        private static final Engines INSTANCE =
                choose(System.getenv().getOrDefault("PARLEY_TEST_ENGINES", "processes"));

        private Shared() {}

        private static Engines choose(String wanted) {
            return switch (wanted) {
                case "processes" -> processes("PARLEY_TEST_ENGINES does not ask for containers");
                case "containers" -> containers("as PARLEY_TEST_ENGINES says");
                case "auto" ->
                    dockerAnswers() ? containers("an engine answers") : processes("no container engine answers");
                default ->
                    throw new IllegalArgumentException(
                            "PARLEY_TEST_ENGINES is auto, containers or processes, not " + wanted);
            };
        }

        private static Engines containers(String why) {
            LOG.info("Kafka, MongoDB and Redis run in containers: {}", why);
            return new ContainerEngines();
        }

        private static Engines processes(String why) {
            LOG.info("Kafka, MongoDB and Redis run as local processes: {}", why);
            return new ProcessEngines(LocalInfrastructure.shared());
        }

        private static boolean dockerAnswers() {
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } catch (RuntimeException e) {
                LOG.info("The container engine cannot be used: {}", e.toString());
                return false;
            }
        }
    }
}
