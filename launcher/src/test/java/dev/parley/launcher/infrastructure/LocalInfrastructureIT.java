package dev.parley.launcher.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import dev.parley.launcher.process.ProcessIdentity;
import dev.parley.launcher.process.SupervisedProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalInfrastructureIT {
    private static final Duration RESTART = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void keepsWhatWasWrittenThroughKillsAndRestartsAndLeavesNoProcess() throws Exception {
        List<ProcessIdentity> children;
        try (var infrastructure = LocalInfrastructure.start(data)) {
            createTopic(infrastructure.kafkaBootstrap());
            send(infrastructure.kafkaBootstrap(), "before");
            insert(infrastructure.mongoUri(), "before");
            assertThat(redis(infrastructure.redisUri(), "PING")).isEqualTo("+PONG");

            infrastructure.processes().forEach(LocalInfrastructureIT::killAndAwaitRestart);

            send(infrastructure.kafkaBootstrap(), "after");
            insert(infrastructure.mongoUri(), "after");
            assertThat(redis(infrastructure.redisUri(), "PING")).isEqualTo("+PONG");
            children = identities(infrastructure);
        }
        assertThat(children)
                .hasSize(3)
                .allSatisfy(child -> assertThat(child.running()).isEmpty());

        try (var again = LocalInfrastructure.start(data)) {
            assertThat(read(again.kafkaBootstrap())).containsExactly("before", "after");
            assertThat(documents(again.mongoUri())).containsExactlyInAnyOrder("before", "after");
        }
    }

    private static void killAndAwaitRestart(SupervisedProcess child) {
        var killed = child.identity().orElseThrow();
        killed.running().orElseThrow().destroyForcibly();
        await().atMost(RESTART)
                .until(() -> child.state() == SupervisedProcess.State.READY
                        && child.identity().orElseThrow().pid() != killed.pid());
        assertThat(child.restarts()).isEqualTo(1);
    }

    private static List<ProcessIdentity> identities(LocalInfrastructure infrastructure) {
        return infrastructure.processes().stream()
                .map(child -> child.identity().orElseThrow())
                .toList();
    }

    private static void createTopic(String bootstrap) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic("words", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void send(String bootstrap, String word) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("words", word)).get();
        }
    }

    private static List<String> read(String bootstrap) {
        var partition = new TopicPartition("words", 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
                    .map(r -> r.value())
                    .toList();
        }
    }

    private static void insert(String uri, String word) {
        try (var client = MongoClients.create(uri)) {
            client.getDatabase("test").getCollection("words").insertOne(new Document("word", word));
        }
    }

    private static List<String> documents(String uri) {
        try (var client = MongoClients.create(uri)) {
            return client.getDatabase("test")
                    .getCollection("words")
                    .find()
                    .map(document -> document.getString("word"))
                    .into(new java.util.ArrayList<>());
        }
    }

    private static String redis(String uri, String command) throws IOException {
        var address = URI.create(uri);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }
}
