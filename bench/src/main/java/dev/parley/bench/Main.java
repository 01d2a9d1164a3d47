package dev.parley.bench;

import dev.parley.bench.events.EventsBench;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Entry point of {@code ./parley bench NAME}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "dev/parley/launcher/launcher-logback.xml");
        var home = Path.of(System.getProperty("parley.home", "")).toAbsolutePath();
        PrintStream out = System.out;
        String name = arguments.length == 0 ? "" : arguments[0];
        switch (name) {
            case "start" -> new StartBench(home, out).run();
            case "events" -> {
                List<String> options = List.of(arguments).subList(1, arguments.length);
                System.exit(EventsBench.run(options, out));
            }
            default -> {
                out.println("There is no bench '" + name + "'. There are: start, events.");
                System.exit(2);
            }
        }
    }
}
