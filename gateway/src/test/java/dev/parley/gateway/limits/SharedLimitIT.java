package dev.parley.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.redis.BoundedRedis;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SharedLimitIT extends GatewayIT {

    @Autowired
    private RedisBuckets buckets;

    @Autowired
    private BoundedRedis redis;

    @Test
    void redisKeepsTheBucketAllGatewaysTakeFrom() {
        await().until(redis::answers);
        Limit limit = new Limit(3, Duration.ofMinutes(1));
        String key = UUID.randomUUID().toString();

        var taken = IntStream.range(0, 4)
                .mapToObj(_ -> buckets.take(key, limit).orElseThrow())
                .toList();

        assertThat(taken).extracting(Bucket::allowed).containsExactly(true, true, true, false);
        assertThat(taken).extracting(Bucket::remaining).containsExactly(2L, 1L, 0L, 0L);
        assertThat(taken.getLast().untilNext()).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    }

    @Test
    void aBucketFillsUpByTheClockOfRedis() {
        await().until(redis::answers);
        Limit limit = new Limit(2, Duration.ofMillis(400));
        String key = UUID.randomUUID().toString();
        await().until(() -> !buckets.take(key, limit).orElseThrow().allowed());

        await().until(() -> buckets.take(key, limit).orElseThrow().allowed());
    }

    @Test
    void everyAnswerSaysWhatIsLeft() {
        var answer = admin().get("/api/v1/me");

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=600;w=60");
        assertThat(answer.header("RateLimit")).matches("\"default\";r=5\\d\\d;t=\\d+");
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("600");
        assertThat(answer.header("X-RateLimit-Remaining")).matches("5\\d\\d");
        assertThat(answer.header("X-RateLimit-Reset")).matches("\\d+");
    }

    @Test
    void descriptionsAreLimitedByAddress() {
        for (String path : List.of("/openapi/gateway", "/asyncapi", "/schemas/session.started.v1.json")) {
            assertThat(stranger().get(path).header("RateLimit")).as(path).startsWith("\"default\";r=");
        }
    }
}
