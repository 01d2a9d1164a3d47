package dev.parley.gateway.limits;

import dev.parley.gateway.redis.BoundedRedis;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Buckets all gateways share: one script, one round trip. */
@Component
class RedisBuckets {

    private static final RedisScript<List<Long>> SCRIPT = script();

    private final BoundedRedis redis;

    RedisBuckets(BoundedRedis redis) {
        this.redis = redis;
    }

    /** Empty when Redis does not answer. */
    Optional<Bucket> take(String key, Limit limit) {
        return redis.ask(one -> one.execute(
                        SCRIPT,
                        List.of("identity/limit/" + key),
                        Double.toString(limit.intervalMillis()),
                        Long.toString(limit.window().toMillis())))
                .map(answer -> new Bucket(limit, answer.getFirst() == 1, answer.getLast() / 1000.0));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a script's result type is a raw class
    private static RedisScript<List<Long>> script() {
        return (RedisScript) RedisScript.of(new ClassPathResource("bucket.lua", RedisBuckets.class), List.class);
    }
}
