package dev.parley.bench;

import java.io.PrintStream;
import java.nio.file.Path;

/** Entry point of {@code ./parley bench NAME}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("parley.home", "")).toAbsolutePath();
        PrintStream out = System.out;
        String name = arguments.length == 0 ? "" : arguments[0];
        switch (name) {
            case "start" -> new StartBench(home, out).run();
            default -> {
                out.println("There is no bench '" + name + "'. There is: start.");
                System.exit(2);
            }
        }
    }
}
