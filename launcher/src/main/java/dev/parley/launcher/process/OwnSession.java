package dev.parley.launcher.process;

import java.util.List;
import java.util.Optional;

/** Puts a child outside the terminal's process group, or Ctrl-C would reach all at once and nothing ends in order. */
final class OwnSession {
    static final List<String> PREFIX = Executables.find("setsid")
            .map(setsid -> List.of(setsid.toString()))
            .or(OwnSession::perl)
            .orElse(List.of());

    private OwnSession() {}

    private static Optional<List<String>> perl() {
        return Executables.find("perl")
                .map(perl -> List.of(perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec @ARGV"));
    }
}
