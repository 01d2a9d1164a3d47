package dev.parley.question.revisions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Redis as a tier that may be missing: after a failure it is left alone for a moment, and nobody waits for it. */
@Component
class RedisTier {

    private static final Logger LOG = LoggerFactory.getLogger(RedisTier.class);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Counter failures;
    private volatile Instant pausedUntil = Instant.EPOCH;

    RedisTier(StringRedisTemplate redis, Clock clock, MeterRegistry meters) {
        this.redis = redis;
        this.clock = clock;
        this.failures = Counter.builder("parley.revisions.redis.failures")
                .description("Times Redis did not answer for a cached revision")
                .register(meters);
    }

    Optional<String> get(String key) {
        return attempt(() -> redis.opsForValue().get(key));
    }

    void put(String key, String text) {
        attempt(() -> {
            redis.opsForValue().set(key, text, KEPT);
            return null;
        });
    }

    private Optional<String> attempt(Supplier<@Nullable String> command) {
        if (clock.instant().isBefore(pausedUntil)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(command.get());
        } catch (DataAccessException e) {
            pausedUntil = clock.instant().plus(PAUSE);
            failures.increment();
            LOG.warn("Redis does not answer, the database does: {}", e.toString());
            return Optional.empty();
        }
    }
}
