package dev.parley.question.revisions;

import dev.parley.testkit.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The wire to the real Redis, which a test can cut, freeze and mend. */
final class RedisWire implements AutoCloseable {

    private final URI redis = URI.create(Engines.shared().redisUri());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket entrance;
    private volatile boolean cut;
    private volatile boolean frozen;

    RedisWire() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    String uri() {
        return "redis://127.0.0.1:" + entrance.getLocalPort();
    }

    /** Connections break, new ones are closed at once. */
    void cut() {
        cut = true;
        open.forEach(RedisWire::close);
    }

    /** Connections stay, nothing comes back. */
    void freeze() {
        frozen = true;
    }

    void mend() {
        cut = false;
        frozen = false;
        open.forEach(RedisWire::close);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket inside = entrance.accept();
                if (cut) {
                    close(inside);
                    continue;
                }
                Socket outside = new Socket(redis.getHost(), redis.getPort());
                open.addAll(List.of(inside, outside));
                Thread.startVirtualThread(() -> pump(inside, outside));
                Thread.startVirtualThread(() -> pump(outside, inside));
            } catch (IOException _) {
                // the entrance was closed or Redis is away: the next connection tells
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!frozen) {
                    to.getOutputStream().write(buffer, 0, read);
                    to.getOutputStream().flush();
                }
            }
        } catch (IOException _) {
            // a cut
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
