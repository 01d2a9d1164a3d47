package dev.parley.checker;

import java.io.IOException;
import java.nio.file.Path;

/** Judges the run whose directory is the argument. Exit codes: 0 all holds, 1 something does not, 2 cannot tell. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try {
            System.exit(new Checker(Run.in(Path.of(arguments[0]))).check(new Report(System.out)));
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.out.println("The checker cannot tell: " + e);
            System.exit(2);
        }
    }
}
