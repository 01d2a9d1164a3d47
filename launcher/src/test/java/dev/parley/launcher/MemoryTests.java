package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTests {
    @Test
    void readsKilobytesByTheirName() {
        var text = "MemTotal:       24682416 kB\nMemFree:        24395320 kB\nMemAvailable:    2048000 kB\n";
        assertThat(Memory.megabytes(text, "MemAvailable")).hasValue(2000);
        assertThat(Memory.megabytes(text, "Available")).isEmpty();
        assertThat(Memory.megabytes("", "MemAvailable")).isEmpty();
    }
}
