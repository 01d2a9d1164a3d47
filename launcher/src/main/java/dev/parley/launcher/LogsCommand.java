package dev.parley.launcher;

import dev.parley.launcher.infrastructure.DataDirectory;
import dev.parley.launcher.process.LaunchException;
import dev.parley.launcher.services.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Prints what a process has written, and with -f what it goes on to write. */
final class LogsCommand {
    private static final long PERIOD_MILLIS = 300;

    private final DataDirectory data;
    private final OutputStream out;

    LogsCommand(DataDirectory data, OutputStream out) {
        this.data = data;
        this.out = out;
    }

    int run(Command.Logs logs) throws IOException, InterruptedException {
        var file = find(logs.process());
        long shown = copyFrom(file, 0);
        while (logs.follow()) {
            Thread.sleep(PERIOD_MILLIS);
            shown = copyFrom(file, shown <= Files.size(file) ? shown : 0);
        }
        return 0;
    }

    private long copyFrom(Path file, long position) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(position);
            long copied = in.transferTo(out);
            out.flush();
            return position + copied;
        }
    }

    private Path find(String name) throws IOException {
        var process =
                Service.named(name).map(service -> service.shortName() + "-1").orElse(name);
        var file = data.log(process);
        // the name comes from the command line: nothing outside the folder of logs
        if (!file.normalize().startsWith(data.logs()) || !Files.isRegularFile(file)) {
            throw new LaunchException("There is no log of '%s'; there are: %s.".formatted(name, known()));
        }
        return file;
    }

    private String known() throws IOException {
        if (!Files.isDirectory(data.logs())) {
            return "none";
        }
        try (var files = Files.list(data.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
