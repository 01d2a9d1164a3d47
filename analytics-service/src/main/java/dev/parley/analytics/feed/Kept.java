package dev.parley.analytics.feed;

import dev.parley.contracts.Envelope;
import dev.parley.platform.inbox.SequenceGapException;
import dev.parley.platform.inbox.SequenceReusedException;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an event that is kept.
 *
 * @param place where it is in its lane: its offset in the upper bits, so that there is room behind each record
 */
record Kept(String eventId, long place) {

    private static final int ROOM = 16;

    /** The first place of a record. */
    static long firstPlace(long offset) {
        return offset << ROOM;
    }

    /**
     * Where a new event goes; nothing when it is kept already. It goes to its own record, or right behind its
     * predecessor where that came later: so the places of a subject rise with its sequence, in whatever order they came.
     *
     * @param find what is kept under a key
     * @throws SequenceReusedException when another event has its number
     * @throws SequenceGapException when its predecessor is not kept
     */
    static OptionalLong placeOf(Envelope event, long offset, Function<String, @Nullable Kept> find) {
        String subject = event.subject().toString();
        @Nullable Kept same = find.apply(EventKey.of(subject, event.sequence()));
        if (same != null && same.eventId().equals(event.metadata().id())) {
            return OptionalLong.empty();
        }
        if (same != null) {
            throw new SequenceReusedException(event.subject(), event.sequence());
        }
        long before = event.sequence() - 1;
        if (before == 0) {
            return OptionalLong.of(firstPlace(offset));
        }
        @Nullable Kept predecessor = find.apply(EventKey.of(subject, before));
        if (predecessor == null) {
            throw new SequenceGapException(event.subject(), before - 1, event.sequence());
        }
        return OptionalLong.of(Math.max(firstPlace(offset), predecessor.place() + 1));
    }
}
