package dev.parley.analytics.topology;

/**
 * How far one subject's events are counted.
 *
 * @param sequence of the last event counted
 * @param eventId of the last event counted
 * @param parkedTo highest sequence set aside; while it is ahead, later events are set aside too
 */
record Guard(long sequence, String eventId, long parkedTo) {

    static final Guard START = new Guard(0, "", 0);

    enum Verdict {
        APPLY,
        SKIP,
        CONFLICT,
        PARK
    }

    /** A replayed event may be applied although its subject is parked; that is how a parked subject is drained. */
    Verdict judge(Place place, boolean replayed) {
        if (place.sequence() < sequence) {
            return Verdict.SKIP;
        }
        if (place.sequence() == sequence) {
            return place.eventId().equals(eventId) ? Verdict.SKIP : Verdict.CONFLICT;
        }
        boolean open = replayed || parkedTo <= sequence;
        return open && place.sequence() == sequence + 1 ? Verdict.APPLY : Verdict.PARK;
    }

    Guard advance(Place place) {
        return new Guard(place.sequence(), place.eventId(), parkedTo);
    }

    Guard park(Place place) {
        return new Guard(sequence, eventId, Math.max(parkedTo, place.sequence()));
    }
}
