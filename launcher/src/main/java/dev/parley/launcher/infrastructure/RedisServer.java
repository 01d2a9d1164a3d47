package dev.parley.launcher.infrastructure;

import dev.parley.launcher.process.Executables;
import dev.parley.launcher.process.LaunchException;
import dev.parley.launcher.process.ProcessSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Redis without persistence: the platform may lose all of it. */
final class RedisServer {
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PONG = "+PONG\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final String ADVICE =
            "install redis-server so that it is on the PATH, or name a running one with PARLEY_REDIS_URI";

    private RedisServer() {}

    static ProcessSpec spec(DataDirectory data, int port) {
        return new ProcessSpec(
                "redis",
                Rank.REDIS,
                port,
                List.of(
                        binary(data).toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--maxmemory",
                        "64mb",
                        "--maxmemory-policy",
                        "volatile-lru"),
                data.redis(),
                Map.of(),
                data.log("redis"),
                _ -> answers(port),
                Duration.ofSeconds(20),
                ADVICE);
    }

    private static Path binary(DataDirectory data) {
        return Executables.find("redis-server").orElseGet(() -> shipped(data));
    }

    private static Path shipped(DataDirectory data) {
        var place = data.redis().resolve("bin");
        try {
            Files.createDirectories(place);
            return ExecutableProvider.newJarResourceProvider(place.toFile())
                    .get()
                    .toPath();
        } catch (IOException | RuntimeException e) {
            throw new LaunchException(
                    "There is no redis-server on the PATH and none comes with Parley for %s on %s: %s."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), ADVICE),
                    e);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
            socket.setSoTimeout(300);
            socket.getOutputStream().write(PING);
            return Arrays.equals(socket.getInputStream().readNBytes(PONG.length), PONG);
        } catch (IOException _) {
            return false;
        }
    }
}
