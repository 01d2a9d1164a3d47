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
    private final TopicTimes times;
    private final Readers readers;
    private final Cursors cursors;
    private final Clock clock;

    Feed(FeedReader events, TopicTimes times, Readers readers, Cursors cursors, Clock clock) {
        this.events = events;
        this.times = times;
        this.readers = readers;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Where a request begins: behind the last event of a stream, else at its cursor, at its time, at the beginning. */
    Cursor begin(OrganizationId organization, @Nullable String lastEventId, @Nullable String cursor, Wanted wanted) {
        if (lastEventId != null) {
            return cursors.read(lastEventId, "/Last-Event-ID", organization);
        }
        if (cursor != null) {
            return cursors.read(cursor, "/cursor", organization);
        }
        // what came late until now is found at its place
        long late = events.lastLate(organization);
        return wanted.from().map(times::since).orElse(Cursor.START).afterLate(late);
    }

    /** The cursor for its reader. */
    String write(Cursor cursor, OrganizationId organization) {
        return cursors.write(cursor, organization);
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
