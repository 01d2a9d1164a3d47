package dev.parley.chaos;

import dev.parley.chaos.Fault.Away;
import dev.parley.chaos.Fault.FlushRedis;
import dev.parley.chaos.Fault.Freeze;
import dev.parley.chaos.Fault.Halt;
import dev.parley.chaos.Fault.Kill;
import dev.parley.chaos.Fault.Poison;
import dev.parley.chaos.Fault.Redeliver;
import dev.parley.launcher.process.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes faults happen; returns when what broke can be used again. */
final class Injector {
    private static final Duration PASSED_WITHIN = Duration.ofSeconds(40);

    private final Processes processes;
    private final Records records;

    Injector(Processes processes, Records records) {
        this.processes = processes;
        this.records = records;
    }

    /** Gives one sentence about what came of it. */
    String inject(Fault fault) {
        try {
            return switch (fault) {
                case Kill(String process) -> kill(process);
                case Freeze(String process, int seconds) -> freeze(process, seconds);
                case Away(String process, int seconds) -> away(process, seconds);
                case Halt halt -> halt(halt);
                case FlushRedis() -> flush();
                case Redeliver(String topic, int count) -> records.redeliver(topic, count) + " records came again";
                case Poison(String topic) -> "at " + records.poison(topic);
            };
        } catch (IOException | RuntimeException e) {
            return "did not happen: " + e;
        }
    }

    private String kill(String name) {
        ProcessHandle process = one(name);
        process.destroyForcibly();
        return Await.until(() -> !process.isAlive(), PASSED_WITHIN) ? "killed" + readyAgain(name) : "did not die";
    }

    private String freeze(String name, int seconds) {
        ProcessHandle process = one(name);
        Processes.signal(process, "STOP");
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        boolean alive = process.isAlive();
        Processes.signal(process, "CONT");
        return (alive ? "thawed" : "killed while frozen") + readyAgain(name);
    }

    private String away(String name, int seconds) {
        Set<Long> killed = new HashSet<>();
        Await.until(
                () -> {
                    processes
                            .running(name)
                            .filter(ProcessHandle::destroyForcibly)
                            .ifPresent(process -> killed.add(process.pid()));
                    return false;
                },
                Duration.ofSeconds(seconds));
        return "killed " + killed.size() + " times" + readyAgain(name);
    }

    private String halt(Halt halt) throws IOException {
        ProcessHandle process = one(halt.process());
        processes.weave(process, halt.place().rule(halt.call()));
        return Await.until(() -> !process.isAlive(), PASSED_WITHIN)
                ? "halted" + readyAgain(halt.process())
                : "did not happen: nobody passed there";
    }

    private String flush() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), processes.port("redis"))) {
            socket.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII).equals("+OK")
                    ? "flushed"
                    : "did not happen: refused";
        }
    }

    private String readyAgain(String name) {
        long begun = System.nanoTime();
        return processes.awaitReady(name)
                ? ", ready again after %.1f s".formatted((System.nanoTime() - begun) / 1e9)
                : ", NOT ready again";
    }

    private ProcessHandle one(String name) {
        processes.awaitReady(name);
        return processes.running(name).orElseThrow(() -> new IllegalStateException(name + " is not running"));
    }
}
