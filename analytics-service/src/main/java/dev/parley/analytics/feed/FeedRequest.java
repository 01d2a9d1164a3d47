package dev.parley.analytics.feed;

import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.EventTypes;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events are wanted, as it was sent. */
record FeedRequest(
        @Parameter(description = "only events of this type; up to 16 of them", example = "session.completed.v1")
        @Nullable
        List<String> type,

        @Parameter(
                description = "without a cursor: what was recorded then or later, not what was published before",
                example = "2026-03-01T00:00:00.000Z")
        @Nullable
        String from) {

    /** So many types in twelve lanes each are as many walks along an index as MongoDB merges without sorting. */
    static final int MOST_TYPES = 16;

    private static final int LONGEST_WAIT = 30;

    /** The same, read. */
    record Wanted(Set<String> types, Optional<Instant> from) {}

    /**
     * What this means.
     *
     * @throws DomainException.Invalid naming every fault
     */
    Wanted read() {
        List<FieldError> faults = new ArrayList<>();
        var wanted = new Wanted(readTypes(faults), readFrom(faults));
        if (!faults.isEmpty()) {
            throw new DomainException.Invalid(faults);
        }
        return wanted;
    }

    /**
     * For how long a request without an event waits for one.
     *
     * @throws DomainException.Invalid when that is too long, or no number
     */
    static Duration patience(@Nullable String seconds) {
        try {
            int wait = seconds == null ? 0 : Integer.parseInt(seconds);
            if (wait >= 0 && wait <= LONGEST_WAIT) {
                return Duration.ofSeconds(wait);
            }
        } catch (NumberFormatException _) {
            // as wrong as a number out of range
        }
        throw new DomainException.Invalid("/wait", "expected 0 to " + LONGEST_WAIT + " seconds");
    }

    private Set<String> readTypes(List<FieldError> faults) {
        Set<String> types = type == null ? Set.of() : Set.copyOf(type);
        if (types.size() > MOST_TYPES) {
            faults.add(new FieldError("/type", "expected at most " + MOST_TYPES + " types"));
        }
        if (!EventTypes.everything().keySet().containsAll(types)) {
            faults.add(new FieldError("/type", "expected types of events that exist, like session.completed.v1"));
        }
        return types;
    }

    private Optional<Instant> readFrom(List<FieldError> faults) {
        try {
            return Optional.ofNullable(from)
                    .map(text -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from))
                    .map(ContractsJson::format)
                    .map(Instant::parse);
        } catch (DateTimeException _) {
            faults.add(new FieldError("/from", "expected a time like 2026-03-01T00:00:00.000Z"));
            return Optional.empty();
        }
    }
}
