package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.infrastructure.LocalInfrastructure;
import dev.parley.launcher.process.ProcessLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} on data that an engine cannot read: it says so and stops, and once the file is back all is there. */
class DamagedDataIT {
    @TempDir
    Path place;

    private Path data;

    @BeforeEach
    void choosePlace() {
        data = place.resolve("data");
    }

    @Test
    void isNamedAndLeftAloneUntilItIsRestored() throws Exception {
        writeSomething();
        assertRefused("mongod", data.resolve("mongo"), "WiredTiger.wt", "\\| .*(WiredTiger|WT_).*");
        assertRefused("mongod", data.resolve("mongo"), "WiredTiger.turtle", "\\| .*(WiredTiger|WT_).*");
        assertRefused("kafka", data.resolve("kafka"), "meta.properties", "\\| .*/kafka.*");
        assertEverythingIsThere();
    }

    private void writeSomething() throws Exception {
        try (var infrastructure = LocalInfrastructure.start(data);
                var mongo = MongoClients.create(infrastructure.mongoUri());
                var kafka = Admin.create(Map.of("bootstrap.servers", infrastructure.kafkaBootstrap()))) {
            mongo.getDatabase("test").getCollection("words").insertOne(new Document("word", "kept"));
            kafka.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void assertRefused(String engine, Path part, String file, String lastWord) throws Exception {
        var damaged = part.resolve(file);
        var sound = Files.readAllBytes(damaged);
        var unsound = new byte[sound.length];
        Arrays.fill(unsound, (byte) '#');
        Files.write(damaged, unsound);
        var before = Snapshot.of(part);

        var ended =
                LauncherProcess.run(place, Map.of("PARLEY_DATA", data.toString(), "PARLEY_PORT", "0"), "up", "--empty");

        assertThat(ended.err().getFirst())
                .matches(
                        "%s \\(process \\d+\\) (ended with exit code \\d+|was ended by signal \\d+) and is given up: if its data in %s is damaged or was written by something else, restore it, or start afresh by moving %s away \\(nothing was deleted\\); its log is %s/logs/%s\\.log\\."
                                .formatted(engine, part, data, data, engine));
        assertThat(ended.err().stream().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("  | "));
        assertThat(ended.err().stream().skip(1)).anyMatch(line -> line.strip().matches(lastWord));
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().getLast()).isEqualTo("Stopped.");
        assertAllStopped(ended);
        assertThat(Snapshot.of(part).contents()).containsAllEntriesOf(before.contents());
        Files.write(damaged, sound);
    }

    private void assertAllStopped(LauncherProcess.Ended ended) {
        assertThat(ended.children()).hasSizeGreaterThanOrEqualTo(3);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(ended.children())
                        .filteredOn(ProcessHandle::isAlive)
                        .isEmpty());
        assertThat(new ProcessLedger(new DataDirectory(data).run()).running()).isEmpty();
        assertThat(PlatformState.read(new DataDirectory(data))).isEmpty();
    }

    private void assertEverythingIsThere() throws Exception {
        try (var infrastructure = LocalInfrastructure.start(data);
                var mongo = MongoClients.create(infrastructure.mongoUri());
                var kafka = Admin.create(Map.of("bootstrap.servers", infrastructure.kafkaBootstrap()))) {
            assertThat(mongo.getDatabase("test").getCollection("words").find().map(found -> found.getString("word")))
                    .containsExactly("kept");
            assertThat(kafka.listTopics().names().get()).containsExactly("kept");
        }
    }
}
