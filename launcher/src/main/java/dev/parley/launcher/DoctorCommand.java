package dev.parley.launcher;

import dev.parley.launcher.infrastructure.MongodBinary;
import dev.parley.launcher.infrastructure.Ports;
import dev.parley.launcher.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at everything the platform and its tests need and says what to do about what is missing. */
final class DoctorCommand {
    private static final long NEEDED_MEGABYTES = 2_500;
    private static final long NEEDED_DISK_MEGABYTES = 3_000;

    private final Settings settings;
    private final Terminal terminal;
    private boolean healthy = true;

    DoctorCommand(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** 1 when something is missing without which the platform cannot run. */
    int run() throws IOException {
        line(true, "JDK " + Runtime.version() + " in " + System.getProperty("java.home"), "");
        wish("mvn", "Maven: ./mvnw fetches one");
        memory();
        disk();
        ports();
        mongod();
        wish("redis-server", "Redis: the one that ships with the launcher is used");
        wish("node", "Node.js: the build fetches one for the console");
        wish("kcat", "only ./parley test needs it: install the package kcat");
        if (Executables.find("chromium").isEmpty()
                && Executables.find("google-chrome").isEmpty()) {
            wish("chromium", "only ./parley test needs it: install the package chromium");
        }
        return healthy ? 0 : 1;
    }

    private void memory() {
        var free = Memory.availableMegabytes();
        if (free.isPresent()) {
            line(
                    free.getAsLong() >= NEEDED_MEGABYTES,
                    "%d MB of memory are free".formatted(free.getAsLong()),
                    "the platform needs about %d MB".formatted(NEEDED_MEGABYTES));
        }
    }

    private void disk() throws IOException {
        var place = existing(settings.data().root());
        long free = Files.getFileStore(place).getUsableSpace() >> 20;
        line(
                free >= NEEDED_DISK_MEGABYTES && Files.isWritable(place),
                "%d MB of disk are free in %s".formatted(free, place),
                "%d MB in a directory that can be written are needed: name another one with PARLEY_DATA"
                        .formatted(NEEDED_DISK_MEGABYTES));
    }

    private void ports() {
        boolean usable = settings.port() == 0 || Ports.isFree(settings.port()) || LauncherLock.isHeld(settings.data());
        line(
                usable,
                usable
                        ? "port %d can be used".formatted(settings.port())
                        : "port %d is taken".formatted(settings.port()),
                "choose another one with PARLEY_PORT");
    }

    private void mongod() {
        var mongod = new MongodBinary(settings.environment(), _ -> {}).present();
        if (settings.environment().containsKey("PARLEY_MONGODB_URI")) {
            line(true, "MongoDB is given by PARLEY_MONGODB_URI", "");
        } else if (mongod.isPresent()) {
            line(true, "mongod: " + mongod.get(), "");
        } else {
            wish(
                    "python3",
                    "no mongod and no python3 to fetch one with: install mongod 6.0 or newer, or set PARLEY_MONGODB_URI");
        }
    }

    private void wish(String program, String otherwise) {
        var found = Executables.find(program);
        terminal.say(found.map(path -> "  ok    " + program + ": " + path)
                .orElse("  -     no " + program + "; " + otherwise));
    }

    private void line(boolean ok, String what, String advice) {
        healthy &= ok;
        terminal.say(ok ? "  ok    " + what : "  FAIL  " + what + "; " + advice);
    }

    private static Path existing(Path path) {
        var parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }
}
