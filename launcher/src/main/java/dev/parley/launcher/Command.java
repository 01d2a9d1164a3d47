package dev.parley.launcher;

import dev.parley.launcher.services.Service;
import java.net.URI;
import java.nio.file.Path;
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

    /** Something about dead letters; at the platform of this machine when the address is null. */
    sealed interface OnLetters extends Command {
        @Nullable
        URI url();
    }

    /** Filters by service, consumer, subject, topic. */
    record ListLetters(@Nullable URI url, Map<String, String> filter) implements OnLetters {}

    record ShowLetter(@Nullable URI url, String id) implements OnLetters {}

    /** With another type, other data from a file, or as it is. */
    record ReplayLetter(
            @Nullable URI url,
            String id,
            @Nullable String type,
            @Nullable Path data) implements OnLetters {}

    record DiscardLetter(@Nullable URI url, String id, String reason) implements OnLetters {}

    record Doctor() implements Command {}

    record Help() implements Command {}
}
