package dev.parley.bench.events;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The heap of this JVM since this was made: the sum of what each of its parts held at most. */
final class Heap {

    private static final int MEGABYTE = 1 << 20;

    Heap() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    String peak() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return megabytes(bytes);
    }

    static String most() {
        return megabytes(Runtime.getRuntime().maxMemory());
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }
}
