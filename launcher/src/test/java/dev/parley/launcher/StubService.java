package dev.parley.launcher;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for a service's jar: lets itself be extracted, and answers 200 to everything. */
final class StubService {
    /** Names an instance that is to end at once. */
    static final String BROKEN = "STUB_BROKEN";

    private StubService() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            extract(Path.of(System.getProperty("java.class.path")), Path.of(arguments[arguments.length - 1]));
        } else if (System.getProperty("spring.context.exit") != null) {
            // nobody needs a cache for this
            Runtime.getRuntime().halt(1);
        } else if (System.getenv("PARLEY_INSTANCE").equals(System.getenv(BROKEN))) {
            System.out.println("ERROR out of luck");
            System.exit(3);
        } else {
            serve(Integer.parseInt(System.getenv("SERVER_PORT")));
        }
    }

    private static void extract(Path jar, Path directory) throws Exception {
        Files.createDirectories(directory);
        Files.copy(jar, directory.resolve(jar.getFileName()));
    }

    private static void serve(int port) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
