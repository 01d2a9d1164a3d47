package dev.parley.launcher.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Main class of the broker's JVM: one KRaft node, data directory, client port and controller port as arguments. */
public final class Broker {
    private static final String LOOPBACK = "127.0.0.1";

    private Broker() {}

    public static void main(String[] args) throws IOException {
        var data = Path.of(args[0]);
        int port = Integer.parseInt(args[1]);
        int controllerPort = Integer.parseInt(args[2]);
        Files.deleteIfExists(readyFile(data));
        if (!Files.isDirectory(data)) {
            format(data, BrokerSettings.of(formatting(data).toString(), LOOPBACK, port, controllerPort));
        } else if (!Files.isReadable(data.resolve("meta.properties"))) {
            throw new IllegalStateException(
                    data + " was not written by Kafka or is incomplete: meta.properties is missing");
        }
        var server = new KafkaRaftServer(
                new KafkaConfig(BrokerSettings.of(data.toString(), LOOPBACK, port, controllerPort)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        Files.writeString(readyFile(data), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    static Path readyFile(Path data) {
        return data.resolveSibling("run").resolve("kafka.ready");
    }

    // formatted beside its place and then moved: an interruption leaves no half directory
    private static void format(Path data, Map<String, String> settings) throws IOException {
        Directories.delete(formatting(data));
        Files.createDirectories(formatting(data));
        var file = Files.createTempFile("broker", ".properties");
        try (var out = Files.newBufferedWriter(file)) {
            var properties = new Properties();
            properties.putAll(settings);
            properties.store(out, null);
        }
        int code = StorageTool.execute(
                new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                System.out);
        Files.delete(file);
        if (code != 0) {
            throw new IllegalStateException("formatting " + data + " ended with " + code);
        }
        Files.move(formatting(data), data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path formatting(Path data) {
        return data.resolveSibling(data.getFileName() + ".new");
    }
}
