package dev.parley.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTests {

    private static final String CLUSTER = "cluster-1";

    @TempDir
    Path directory;

    @Test
    void keepsStateAfterACleanStop() throws IOException {
        var state = new LocalState(directory);
        state.open(CLUSTER);
        Path store = aStore();
        state.stoppedCleanly();
        new LocalState(directory).open(CLUSTER);
        assertThat(store).exists();
    }

    @Test
    void wipesStateAfterACrash() throws IOException {
        new LocalState(directory).open(CLUSTER);
        Path store = aStore();
        new LocalState(directory).open(CLUSTER);
        assertThat(store).doesNotExist();
    }

    @Test
    void oneCleanStopVouchesForOneStartOnly() throws IOException {
        var state = new LocalState(directory);
        state.open(CLUSTER);
        state.stoppedCleanly();
        state.open(CLUSTER);
        Path store = aStore();
        state.open(CLUSTER);
        assertThat(store).doesNotExist();
    }

    @Test
    void wipesStateOfAnotherCluster() throws IOException {
        var state = new LocalState(directory);
        state.open(CLUSTER);
        Path store = aStore();
        state.stoppedCleanly();
        state.open("cluster-2");
        assertThat(store).doesNotExist();
    }

    @Test
    void keepsTheProcessIdThroughACrash() throws IOException {
        Path id = directory.resolve("parley-analytics-1/kafka-streams-process-metadata");
        aStore();
        Files.writeString(id, "{}");
        new LocalState(directory).open(CLUSTER);
        assertThat(id).hasContent("{}");
        assertThat(directory.resolve("parley-analytics-1")).isDirectoryNotContaining("glob:**0_0");
    }

    private Path aStore() throws IOException {
        Path store = directory.resolve("parley-analytics-1/0_0/rocksdb/facts/CURRENT");
        Files.createDirectories(store.getParent());
        return Files.writeString(store, "x");
    }
}
