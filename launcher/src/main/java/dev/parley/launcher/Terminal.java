package dev.parley.launcher;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sentences scroll; below them, on a real terminal, a block of status lines stays and is redrawn in place. */
final class Terminal {
    private static final String UP_AND_CLEAR = "\033[1A\033[2K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean live;
    private List<String> block = List.of();

    Terminal(PrintStream out, PrintStream err, boolean live) {
        this.out = out;
        this.err = err;
        this.live = live;
    }

    static Terminal standard() {
        var console = System.console();
        return new Terminal(System.out, System.err, console != null && console.isTerminal());
    }

    boolean isLive() {
        return live;
    }

    synchronized void say(String sentence) {
        erase();
        out.println(sentence);
        draw();
    }

    /** A sentence about what went wrong. */
    synchronized void complain(@Nullable String sentence) {
        erase();
        out.flush();
        err.println(sentence);
        draw();
    }

    /** Shown below everything else; nothing happens where lines cannot be redrawn. */
    synchronized void show(List<String> lines) {
        if (live && !lines.equals(block)) {
            erase();
            block = List.copyOf(lines);
            draw();
        }
    }

    private void erase() {
        block.forEach(_ -> out.print(UP_AND_CLEAR));
    }

    private void draw() {
        block.forEach(out::println);
        out.flush();
    }
}
