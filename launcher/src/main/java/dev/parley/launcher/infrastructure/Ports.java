package dev.parley.launcher.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Hands out loopback ports that nobody listens on, each once. */
public final class Ports {
    // below what systems give to outgoing connections, which could take the port of a child being restarted
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int CONNECT_MILLIS = 300;

    private final Set<Integer> given = new HashSet<>();

    /** The wanted port if it is free (0: none is wanted), else any. */
    public synchronized int preferring(int wanted) {
        int port = wanted > 0 && !given.contains(wanted) && isFree(wanted) ? wanted : any();
        given.add(port);
        return port;
    }

    /** Whether it could be listened on. */
    public static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Whether somebody listens; unlike {@link #isFree} this gets in nobody's way. */
    static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private int any() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .filter(port -> !given.contains(port) && isFree(port))
                .findFirst()
                .orElseThrow();
    }
}
