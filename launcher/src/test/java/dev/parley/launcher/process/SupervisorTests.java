package dev.parley.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTests {
    private static final String NAP = "echo $$ > $0.up; while :; do sleep 0.05; done";

    @TempDir
    Path directory;

    private final List<String> reports = new CopyOnWriteArrayList<>();
    private ProcessLedger ledger;
    private Supervisor supervisor;

    @BeforeEach
    void supervise() {
        ledger = new ProcessLedger(directory);
        supervisor = new Supervisor(ledger, reports::add);
    }

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void startsAKilledProcessAgainAndSaysSo() {
        var child = supervisor.start(script("napper", 0, NAP));
        supervisor.awaitReady(List.of(child));
        var first = child.identity().orElseThrow();

        first.running().orElseThrow().destroyForcibly();

        await().until(() -> child.restarts() == 1 && child.state() == SupervisedProcess.State.READY);
        assertThat(child.identity().orElseThrow().pid()).isNotEqualTo(first.pid());
        assertThat(reports.getFirst())
                .isEqualTo("napper (process %d) was ended by signal 9; it is started again.".formatted(first.pid()));
        await().until(() -> reports.size() == 2);
        assertThat(reports.getLast()).startsWith("napper is ready again after ");
    }

    @Test
    void givesUpWhatCannotStartAndShowsItsLastWords() {
        var child = supervisor.start(script("broken", 0, "echo 'ERROR no disk'; exit 3"));
        assertThatThrownBy(() -> supervisor.awaitReady(List.of(child)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContainingAll("broken", "ended with exit code 3", "try again", "| ERROR no disk");
        assertThat(child.state()).isEqualTo(SupervisedProcess.State.FAILED);
    }

    @Test
    void saysWhenWhatHasWorkedCannotBeStartedAnyMore() throws Exception {
        var place = Files.createDirectory(directory.resolve("place"));
        var child = supervisor.start(script("homeless", 0, NAP, place));
        supervisor.awaitReady(List.of(child));

        Files.delete(place);
        child.identity().orElseThrow().running().orElseThrow().destroyForcibly();

        await().until(() -> child.state() == SupervisedProcess.State.FAILED);
        assertThat(reports.getLast()).startsWith("homeless could not be started: ");
    }

    @Test
    void stopsLowerRanksFirst() {
        var stopped = directory.resolve("stopped");
        var trap = "trap 'echo %s >> " + stopped + "; exit 0' TERM; ";
        supervisor.awaitReady(List.of(
                supervisor.start(script("second", 2, trap.formatted("second") + NAP)),
                supervisor.start(script("first", 1, trap.formatted("first") + NAP))));

        supervisor.close();

        assertThat(stopped).hasContent("first\nsecond");
        assertThat(ledger.running()).isEmpty();
        assertThat(reports).isEmpty();
    }

    @Test
    void findsAndStopsWhatADeadLauncherLeft() {
        var child = supervisor.start(script("orphan", 0, NAP));
        supervisor.awaitReady(List.of(child));
        child.stop();

        assertThat(new ProcessLedger(directory).stopLeftovers(Duration.ofSeconds(10)))
                .extracting(ProcessIdentity::name)
                .containsExactly("orphan");
        assertThat(child.identity().orElseThrow().running()).isEmpty();
    }

    private ProcessSpec script(String name, int rank, String script) {
        return script(name, rank, script, directory);
    }

    private ProcessSpec script(String name, int rank, String script, Path place) {
        return new ProcessSpec(
                name,
                rank,
                0,
                List.of("/bin/sh", "-c", script, directory.resolve(name).toString()),
                place,
                Map.of(),
                directory.resolve(name + ".log"),
                process -> saidItIsUp(name, process),
                Duration.ofSeconds(10),
                "try again");
    }

    private boolean saidItIsUp(String name, ProcessHandle process) {
        try {
            return Files.readString(directory.resolve(name + ".up")).strip().equals(Long.toString(process.pid()));
        } catch (IOException _) {
            return false;
        }
    }
}
