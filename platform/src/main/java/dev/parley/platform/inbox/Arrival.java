package dev.parley.platform.inbox;

import dev.parley.platform.error.DomainException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Reading one's own writes across services: what an event brings may be a moment away. */
public final class Arrival {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private Arrival() {}

    /**
     * Looks until it is there, for a bounded time.
     *
     * @throws DomainException.NotYet when it did not come
     */
    public static <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new DomainException.NotYet(
                        "Nothing is known here of " + what + "; if it was just made, try again shortly.",
                        Duration.ofSeconds(1));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
