package dev.parley.platform.inbox;

/** The way back for letters. Whoever drains a subject at the same time changes nothing: the sequence guard sees to it. */
public interface Replays {

    /** Whether this is the way for letters of this consumer. */
    boolean leadsTo(String consumer);

    /** Takes the letter and what waits behind it to their effects, in order, up to the first that fails again. */
    Drained replay(Letter first, Act act);

    /**
     * Counts the letter as followed, without its effect, and goes on as {@link #replay}.
     *
     * @throws dev.parley.platform.error.DomainException.Conflict when it cannot be passed
     */
    Drained discard(Letter first, Act act, String reason);
}
