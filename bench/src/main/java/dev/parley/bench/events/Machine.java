package dev.parley.bench.events;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;
import org.springframework.boot.SpringBootVersion;

/** Where a figure was measured, in one line. */
final class Machine {

    private static final long GIGABYTE = 1L << 30;

    private Machine() {}

    static String line(String mongoVersion) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB, load %.1f, %s, Java %s, Spring Boot %s, Kafka %s, MongoDB %s",
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / GIGABYTE,
                system.getSystemLoadAverage(),
                system.getName(),
                Runtime.version(),
                SpringBootVersion.getVersion(),
                AppInfoParser.getVersion(),
                mongoVersion);
    }
}
