package dev.parley.bench.events;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.apache.kafka.common.utils.AppInfoParser;
import org.springframework.boot.SpringBootVersion;

/** Where a figure was measured, in one line. */
final class Machine {

    private static final long GIGABYTE = 1L << 30;

    private Machine() {}

    static String line() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores, %d GB, load %.1f, %s, Java %s, Spring Boot %s, Kafka %s"
                .formatted(
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / GIGABYTE,
                        system.getSystemLoadAverage(),
                        system.getName(),
                        Runtime.version(),
                        SpringBootVersion.getVersion(),
                        AppInfoParser.getVersion());
    }
}
