package dev.parley.launcher.infrastructure;

import dev.parley.launcher.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The broker as a child: the class path of this JVM, {@link Broker} as main class. */
final class KafkaBroker {
    private KafkaBroker() {}

    static ProcessSpec spec(DataDirectory data, int port, int controllerPort) {
        return new ProcessSpec(
                "kafka",
                Rank.KAFKA,
                port,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-Dlogback.configurationFile=dev/parley/launcher/broker-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broker.class.getName(),
                        data.kafka().toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort)),
                data.root(),
                Map.of(),
                data.log("kafka"),
                process -> isReady(data, process),
                Duration.ofSeconds(90),
                data.afresh(data.kafka()));
    }

    private static boolean isReady(DataDirectory data, ProcessHandle process) {
        try {
            return Files.readString(Broker.readyFile(data.kafka())).equals(Long.toString(process.pid()));
        } catch (IOException _) {
            return false;
        }
    }
}
