package dev.parley.platform.outbox;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says when events wait too long; commands go on meanwhile, so it does not touch readiness. */
public final class OutboxHealth implements HealthIndicator {

    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final OutboxSweeper sweeper;

    public OutboxHealth(OutboxSweeper sweeper) {
        this.sweeper = sweeper;
    }

    @Override
    public Health health() {
        Duration age = sweeper.oldestAge();
        Health.Builder health = age.compareTo(TOLERATED) > 0 ? Health.status("DEGRADED") : Health.up();
        return health.withDetail("oldestWaiting", age.toString()).build();
    }
}
