package dev.parley.analytics.feed;

import dev.parley.analytics.feed.FeedReader.Stretch;
import dev.parley.analytics.feed.FeedRequest.Wanted;
import dev.parley.analytics.feed.Readers.Reader;
import dev.parley.contracts.id.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One organization's events from a cursor on; where there is none yet, it waits for one. */
@Component
final class Feed {

    private final FeedReader events;
    private final Readers readers;
    private final Clock clock;

    Feed(FeedReader events, Readers readers, Clock clock) {
        this.events = events;
        this.readers = readers;
        this.clock = clock;
    }

    /** Where a request begins: at its cursor, else at its time, else at the beginning. */
    Cursor begin(OrganizationId organization, @Nullable String cursor, Wanted wanted) {
        return cursor != null
                ? Cursor.read(cursor, organization)
                : wanted.from().map(time -> events.since(organization, time)).orElse(Cursor.START);
    }

    /** Empty only after the whole time, or when this replica stops. */
    Stretch read(OrganizationId organization, Cursor from, Wanted wanted, int limit, Duration wait)
            throws InterruptedException {
        Instant until = clock.instant().plus(wait);
        // listens before it reads, so that nothing comes in between
        try (Reader reader = readers.join(organization)) {
            Stretch stretch = events.read(organization, from, wanted.types(), limit);
            while (stretch.events().isEmpty() && reader.await(Duration.between(clock.instant(), until))) {
                stretch = events.read(organization, stretch.end(), wanted.types(), limit);
            }
            return stretch;
        }
    }

    /** False once this replica stops: streams end and their readers come back elsewhere. */
    boolean isOpen() {
        return readers.isRunning();
    }

    Duration until(Instant end) {
        return Duration.between(clock.instant(), end);
    }
}
