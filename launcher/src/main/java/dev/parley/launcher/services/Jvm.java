package dev.parley.launcher.services;

import java.nio.file.Path;
import java.util.List;

/**
 * How services are run on one machine: a quick start and little memory count for more than peak speed. The AOT cache
 * is valid only for exactly these options.
 */
final class Jvm {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static final List<String> OPTIONS = List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private Jvm() {}
}
