package dev.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a directory holds, file by file. */
record Snapshot(Map<Path, Integer> contents) {

    static Snapshot of(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return new Snapshot(files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(directory::relativize, Snapshot::hash, (a, _) -> a, TreeMap::new)));
        }
    }

    private static int hash(Path file) {
        try {
            return Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
