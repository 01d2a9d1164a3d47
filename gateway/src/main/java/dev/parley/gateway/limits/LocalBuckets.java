package dev.parley.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Buckets of this instance alone, for as long as Redis is gone. */
@Component
class LocalBuckets {

    private static final int CALLERS = 100_000;

    private final Clock clock;
    private final Cache<String, Level> levels =
            Caffeine.newBuilder().maximumSize(CALLERS).build();

    LocalBuckets(Clock clock) {
        this.clock = clock;
    }

    private record Level(Bucket bucket, double freeAt) {

        static Level after(@Nullable Level former, Limit limit, double now) {
            Bucket bucket = Bucket.take(limit, former == null ? 0 : Math.max(0, former.freeAt - now));
            return new Level(bucket, now + bucket.debtMillis());
        }
    }

    Bucket take(String key, Limit limit) {
        double now = clock.millis();
        Level level = levels.asMap().compute(key, (_, former) -> Level.after(former, limit, now));
        return Objects.requireNonNull(level).bucket();
    }
}
