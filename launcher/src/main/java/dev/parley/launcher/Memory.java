package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Memory as Linux tells it; elsewhere unknown. */
final class Memory {
    private static final Path OF_THE_MACHINE = Path.of("/proc/meminfo");

    private Memory() {}

    static OptionalLong availableMegabytes() {
        return megabytes(OF_THE_MACHINE, "MemAvailable");
    }

    static OptionalLong residentMegabytes(long pid) {
        return megabytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS");
    }

    private static OptionalLong megabytes(Path file, String key) {
        try {
            return megabytes(Files.readString(file), key);
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /** From lines such as {@code MemAvailable:   24366076 kB}. */
    static OptionalLong megabytes(String text, String key) {
        var matcher = Pattern.compile("(?m)^" + key + ":\\s+(\\d+) kB").matcher(text);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) / 1024) : OptionalLong.empty();
    }
}
