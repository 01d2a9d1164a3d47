package dev.parley.launcher;

import java.util.List;

/** One line per process. */
final class StatusTable {
    private StatusTable() {}

    static Table of(List<PlatformState.Child> children) {
        var table = new Table().row("PROCESS", "STATE", "PID", "PORT", "RSS", "RESTARTS");
        children.forEach(child -> table.row(
                child.name(), child.state(), child.pid(), child.port(), resident(child.pid()), child.restarts()));
        return table;
    }

    static long totalMegabytes(List<PlatformState.Child> children) {
        return children.stream()
                .mapToLong(child -> Memory.residentMegabytes(child.pid()).orElse(0))
                .sum();
    }

    private static String resident(long pid) {
        var megabytes = Memory.residentMegabytes(pid);
        return megabytes.isPresent() ? megabytes.getAsLong() + " MB" : "-";
    }
}
