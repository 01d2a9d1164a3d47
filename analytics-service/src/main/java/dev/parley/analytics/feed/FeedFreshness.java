package dev.parley.analytics.feed;

import dev.parley.platform.inbox.EventFreshness;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long it took events to be in the feed. */
@Component
final class FeedFreshness {

    private final EventFreshness freshness;
    private final Clock clock;

    FeedFreshness(MeterRegistry meters, Clock clock) {
        this.freshness = new EventFreshness(meters, "feed");
        this.clock = clock;
    }

    void applied(List<Arrival> arrivals) {
        arrivals.forEach(one -> freshness.applied(one.event().metadata().time(), clock.instant()));
    }
}
