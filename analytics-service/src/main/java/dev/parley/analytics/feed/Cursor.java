package dev.parley.analytics.feed;

/**
 * How far an organization's reader has come in each lane, and with what came late; and which lane is next in turn.
 *
 * @param turn the lane a page begins with, so that a busy one never holds up the others
 * @param late the number of the last late event that this reader has, or finds at its place
 * @param next per lane the first place that was not delivered
 */
record Cursor(int turn, long late, long[] next) {

    static final Cursor START = new Cursor(0, 0, new long[Lane.COUNT]);

    Cursor {
        next = next.clone();
    }

    /** Behind one event more. */
    Cursor after(int lane, long place) {
        return new Cursor((lane + 1) % Lane.COUNT, late, with(lane, place + 1));
    }

    /** Not before this place. */
    Cursor from(int lane, long place) {
        return new Cursor(turn, late, with(lane, place));
    }

    /** Behind the late event of this number. */
    Cursor afterLate(long number) {
        return new Cursor(turn, number, next);
    }

    long next(int lane) {
        return next[lane];
    }

    boolean isPast(int lane, long place) {
        return place < next[lane];
    }

    private long[] with(int lane, long place) {
        long[] moved = next.clone();
        moved[lane] = place;
        return moved;
    }
}
