package dev.parley.question.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Role;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.question.Api;
import dev.parley.question.Api.Answer;
import dev.parley.question.DatabaseCommands;
import dev.parley.question.packs.Packs;
import dev.parley.testkit.ServiceIT;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceIT
@Import(DatabaseCommands.class)
class RevisionCacheIT {

    private static final RedisWire WIRE = new RedisWire();

    private final OrganizationId organization = Api.anOrganization();
    private final DatabaseCommands commands;
    private final StringRedisTemplate redis;
    private final RedisTier tier;

    @LocalServerPort
    private int port;

    private Api api = new Api(0, null);
    private String revision = "";
    private String kitVersion = "";

    RevisionCacheIT(
            @Autowired DatabaseCommands commands, @Autowired StringRedisTemplate redis, @Autowired RedisTier tier) {
        this.commands = commands;
        this.redis = redis;
        this.tier = tier;
    }

    @DynamicPropertySource
    static void throughTheWire(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.url", WIRE::uri);
    }

    @BeforeEach
    void publish() {
        WIRE.mend();
        await("the tier uses Redis again").atMost(Duration.ofSeconds(20)).until(() -> {
            tier.put("parley:probe", "there");
            return tier.get("parley:probe").isPresent();
        });
        api = Api.as(port, organization, Role.INTERVIEWER);
        var job = Api.as(port, organization, Role.RECRUITER)
                .imported(Packs.with(Packs.aPack("basics", "1.0.0", "a1"), "k1", "a1"));
        kitVersion = "/api/v1/kits/" + job.at("/result/kits/0/id").asString() + "/versions/1";
        revision = "/api/v1/questions/"
                + api.get("/api/v1/questions").json().at("/items/0/id").asString() + "/revisions/1";
    }

    @Test
    void isLoadedOnceAndThenComesFromMemory() {
        List<String> first = commands.readsFor(organization.value(), () -> api.get(revision));
        List<String> second = commands.readsFor(organization.value(), () -> api.get(revision));

        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
    }

    @Test
    void mayBeKeptForEverAndIsNotSentTwice() {
        for (String address : List.of(revision, kitVersion)) {
            Answer answer = api.get(address);
            String tag = String.valueOf(answer.header("ETag"));

            Answer again = api.get(address, "If-None-Match", tag);

            assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, private, immutable");
            assertThat(tag).startsWith("\"");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.response().body()).isEmpty();
            assertThat(api.get(address, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        }
    }

    @Test
    void isKeptInRedisUnderItsOrganization() {
        api.get(revision);

        Set<String> keys = redis.keys("parley:revision:*" + organization + "*");

        assertThat(keys)
                .singleElement()
                .satisfies(key -> assertThat(redis.opsForValue().get(key))
                        .isEqualTo(api.get(revision).response().body()));
    }

    @Test
    void comesFromTheDatabaseWhenRedisIsGone() {
        WIRE.cut();

        assertThat(api.get(revision).status()).isEqualTo(200);
        assertThat(api.get(kitVersion).status()).isEqualTo(200);
    }

    @Test
    void waitsForNobodyWhenRedisHangs() {
        WIRE.freeze();
        long before = System.nanoTime();

        Answer answer = api.get(revision);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void whatWasNeverPublishedIsNotCached() {
        String next = revision.replace("/revisions/1", "/revisions/2");

        assertThat(api.get(next).status()).isEqualTo(404);
        assertThat(redis.keys("parley:revision:*" + organization + "*:2")).isEmpty();
    }
}
