package dev.parley.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** How long after an event was recorded its effect is there. */
public final class EventFreshness {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final Timer timer;

    /** One for each kind of effect: a collection of aggregates, or a view. */
    public EventFreshness(MeterRegistry registry, String effect) {
        this.timer = Timer.builder("parley.event.freshness")
                .description("From the recording of an event to its effect")
                .tag("effect", effect)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    /** Clocks of two machines may differ: an effect before its cause counts as none at all. */
    public void applied(Instant recorded, Instant now) {
        Duration age = Duration.between(recorded, now);
        timer.record(age.isNegative() ? Duration.ZERO : age);
    }
}
