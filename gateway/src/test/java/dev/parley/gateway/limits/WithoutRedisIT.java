package dev.parley.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.GatewayIT;
import dev.parley.gateway.Visitor;
import dev.parley.gateway.Visitor.Answer;
import dev.parley.gateway.redis.BoundedRedis;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** No Redis, and small limits: people stay signed in, and too much stays too much. */
@TestPropertySource(
        properties = {
            "spring.data.redis.url=redis://127.0.0.1:1",
            "parley.limits.sign-in.quota=5",
            "parley.limits.principal.quota=20"
        })
class WithoutRedisIT extends GatewayIT {

    @Autowired
    private BoundedRedis redis;

    @Test
    void signedInPeopleStaySignedInAndLimitsStillHold() {
        assertThat(redis.answers()).isFalse();
        Visitor admin = admin();

        List<Integer> statuses = IntStream.range(0, 25)
                .mapToObj(_ -> admin.get("/api/v1/me").status())
                .toList();

        assertThat(statuses.subList(0, 20)).containsOnly(200);
        assertThat(statuses.subList(22, 25)).contains(429);
        guessingIsLimitedByAddress();
    }

    private void guessingIsLimitedByAddress() {
        List<Answer> guesses = IntStream.range(0, 6)
                .mapToObj(_ -> stranger().post("/api/v1/sign-in", Map.of("email", "a@b.test", "password", "guess")))
                .toList();

        Answer refused = guesses.getLast();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("type")).isEqualTo("/problems/too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 12);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"default\";q=5;w=60");
        assertThat(refused.header("RateLimit")).startsWith("\"default\";r=0;t=");
        assertThat(stranger().get("/api/v1/setup").status()).isEqualTo(200);
    }
}
