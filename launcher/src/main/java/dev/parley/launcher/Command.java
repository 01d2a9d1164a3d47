package dev.parley.launcher;

import dev.parley.launcher.services.Service;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the person asked for. A further command is a record here, a case in {@link Arguments} and one in {@link Main}. */
sealed interface Command {
    record Up(boolean empty, Map<Service, Integer> replicas) implements Command {}

    record Down() implements Command {}

    record Status() implements Command {}

    record Logs(String process, boolean follow) implements Command {}

    /** Where to play; the platform of this machine when null. */
    record Smoke(@Nullable URI url) implements Command {}

    record Doctor() implements Command {}

    record Help() implements Command {}
}
