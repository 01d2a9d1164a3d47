package dev.parley.launcher.process;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Ends processes rank by rank: asked first, killed when they take longer than the limit. */
final class Termination {
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(5);

    private Termination() {}

    static void inOrder(Collection<ProcessIdentity> processes, Duration limit) {
        processes.stream()
                .collect(Collectors.groupingBy(ProcessIdentity::rank, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(rank -> together(rank, limit));
    }

    private static void together(List<ProcessIdentity> rank, Duration limit) {
        rank.stream().map(ProcessIdentity::running).flatMap(Optional::stream).forEach(ProcessHandle::destroy);
        if (!Await.until(() -> allGone(rank), limit)) {
            rank.stream()
                    .map(ProcessIdentity::running)
                    .flatMap(Optional::stream)
                    .forEach(ProcessHandle::destroyForcibly);
            Await.until(() -> allGone(rank), KILLED_WITHIN);
        }
    }

    private static boolean allGone(List<ProcessIdentity> rank) {
        return rank.stream().allMatch(process -> process.running().isEmpty());
    }
}
