package dev.parley.checker;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything a client sent under one idempotency key.
 *
 * @param ifMatch the version it was made for; null without
 */
record Command(
        String key,
        String correlation,
        String method,
        String path,
        @Nullable Long ifMatch,
        JsonNode body,
        List<Attempt> attempts) {

    /** What its sender knows. */
    enum Fate {
        ACKNOWLEDGED,
        REFUSED,
        /** At least one attempt got no answer that tells. */
        UNKNOWN
    }

    /**
     * One request.
     *
     * @param id of what was made or changed; empty unless acknowledged
     * @param version 0 unless acknowledged
     */
    record Attempt(Fate fate, int status, String id, long version) {
        static final Attempt OPEN = new Attempt(Fate.UNKNOWN, 0, "", 0);
    }

    Command {
        attempts = List.copyOf(attempts);
    }

    Fate fate() {
        if (acknowledgement().isPresent()) {
            return Fate.ACKNOWLEDGED;
        }
        return attempts.stream().allMatch(attempt -> attempt.fate() == Fate.REFUSED) ? Fate.REFUSED : Fate.UNKNOWN;
    }

    boolean isAcknowledged() {
        return fate() == Fate.ACKNOWLEDGED;
    }

    Optional<Attempt> acknowledgement() {
        return attempts.stream()
                .filter(attempt -> attempt.fate() == Fate.ACKNOWLEDGED)
                .findFirst();
    }

    String name() {
        return method + " " + path + " (" + key + ")";
    }
}
