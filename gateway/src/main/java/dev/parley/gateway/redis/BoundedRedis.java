package dev.parley.gateway.redis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Redis, as long as it answers in time. After a failure everybody does without, until it answers again to a question that
 * nobody waits for; so no request ever waits for a connection.
 */
@Component
public class BoundedRedis {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedRedis.class);

    private final StringRedisTemplate redis;
    private volatile boolean answers;

    BoundedRedis(StringRedisTemplate redis, MeterRegistry meters) {
        this.redis = redis;
        Gauge.builder("parley.redis.answers", this, bounded -> bounded.answers ? 1 : 0)
                .description("1 while Redis answers in time; else limits are each instance's own")
                .register(meters);
    }

    /** Empty when Redis has nothing, or is not there. */
    public <T> Optional<T> ask(Function<StringRedisTemplate, @Nullable T> question) {
        if (!answers) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(redis));
        } catch (DataAccessException e) {
            answers = false;
            LOG.warn(
                    "Redis does not answer, going on without it: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    public boolean answers() {
        return answers;
    }

    @Scheduled(fixedDelayString = "${parley.redis.probe-interval:500ms}")
    void probe() {
        if (answers) {
            return;
        }
        try {
            redis.execute((RedisCallback<String>) RedisConnectionCommands::ping);
            answers = true;
            LOG.info("Redis answers");
        } catch (DataAccessException e) {
            LOG.debug("Redis does not answer yet", e);
        }
    }
}
