package dev.parley.launcher.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's jar taken apart into a directory of its own, where it starts faster and a rebuild cannot pull it from
 * under a running service. Run from that directory, as the AOT cache remembers relative paths.
 */
record ExtractedJar(Service service, Path directory) {

    boolean isTrained() {
        return Files.exists(cache());
    }

    Path cache() {
        return directory.resolve(service.module() + ".aot");
    }

    List<String> command() {
        return isTrained() ? command("-XX:AOTCache=" + cache().getFileName()) : command(new String[0]);
    }

    List<String> trainingCommand(Path output) {
        return command("-XX:AOTCacheOutput=" + output.getFileName(), "-Dspring.context.exit=onRefresh");
    }

    private List<String> command(String... further) {
        var command = new ArrayList<>(List.of(Jvm.JAVA.toString()));
        command.addAll(Jvm.OPTIONS);
        command.addAll(List.of(further));
        command.addAll(List.of("-jar", service.module() + ".jar"));
        return command;
    }
}
