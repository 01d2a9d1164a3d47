package dev.parley.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClients;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class StartFailuresTests {

    private static final String CLOSED = "127.0.0.1:1";

    @Test
    void silentAboutWhatItDoesNotKnow() {
        assertThat(analysis(new IllegalStateException("something else"))).isNull();
    }

    @Test
    void aPortInUse() {
        assertThat(line(new IllegalStateException(new PortInUseException(8080))))
                .startsWith("SERVER_PORT is 8080, where another process listens already:");
    }

    @Test
    void aPortThatIsNone() {
        var failure = new InvalidConfigurationPropertyValueException("server.port", "many", "it must be a number");

        assertThat(line(failure)).isEqualTo("SERVER_PORT is malformed: it must be a number.");
    }

    @Test
    void mongoThatIsNotThere() {
        try (var client = MongoClients.create("mongodb://%s/?serverSelectionTimeoutMS=50".formatted(CLOSED))) {
            Throwable failure = catchThrowable(() -> client.getDatabase("a").runCommand(new Document("ping", 1)));

            assertThat(line(new IllegalStateException("a bean", failure)))
                    .isEqualTo("PARLEY_MONGODB_URI: no MongoDB answers at %s: start it, or correct the address."
                            .formatted(CLOSED));
        }
    }

    @Test
    void mongoThatRefusesThePassword() {
        var credential = MongoCredential.createCredential("someone", "admin", "hunter2hunter2".toCharArray());

        assertThat(line(new MongoSecurityException(credential, "Exception authenticating")))
                .isEqualTo("PARLEY_MONGODB_URI: MongoDB refuses its name or password: correct them.");
    }

    @Test
    void kafkaThatIsNotThere() {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", CLOSED, "request.timeout.ms", "100", "default.api.timeout.ms", "100"))) {
            Throwable failure = catchThrowable(() -> admin.listTopics().names().get());

            assertThat(line(failure))
                    .isEqualTo("PARLEY_KAFKA_BOOTSTRAP: no Kafka answers at %s: start it, or correct the address."
                            .formatted(CLOSED));
        }
    }

    @Test
    void aKafkaAddressThatIsNone() {
        Throwable failure = catchThrowable(() -> Admin.create(Map.of("bootstrap.servers", "nonsense")));

        assertThat(line(failure)).startsWith("PARLEY_KAFKA_BOOTSTRAP is ").contains("it must be host:port");
    }

    private static String line(Throwable failure) {
        return OneLine.of(Objects.requireNonNull(analysis(failure), () -> "not analyzed: " + failure));
    }

    private static @Nullable FailureAnalysis analysis(Throwable failure) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "server.port",
                                "${SERVER_PORT:8080}",
                                "spring.mongodb.uri",
                                "${PARLEY_MONGODB_URI}",
                                "spring.kafka.bootstrap-servers",
                                "${PARLEY_KAFKA_BOOTSTRAP}",
                                "PARLEY_MONGODB_URI",
                                "mongodb://someone:hunter2hunter2@" + CLOSED,
                                "PARLEY_KAFKA_BOOTSTRAP",
                                CLOSED)));
        return new StartFailures(environment).analyze(failure);
    }
}
