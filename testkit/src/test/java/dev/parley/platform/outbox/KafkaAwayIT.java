package dev.parley.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.EventCodec;
import dev.parley.platform.Service.Answer;
import dev.parley.platform.ServiceTest;
import dev.parley.testkit.Engines.Engine;
import dev.parley.testkit.Outage;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class KafkaAwayIT extends ServiceTest {

    @Test
    void commandsGoOnHealthTellsAndEverythingIsPublishedLater() {
        String id = anOpening();
        String crashed = newId();
        try (var _ = new Outage(Engine.KAFKA)) {
            for (int i = 0; i < 5; i++) {
                Answer answer = recruiter().post(OPENINGS + "/" + id + "/turn", "{}");
                assertThat(answer.status()).isEqualTo(200);
            }
            documents()
                    .insertOne(Waiting.document(organization, crashed, Waiting.event(organization, crashed, 1, "UTC")));

            soon().untilAsserted(() -> assertThat(health("outbox")).isEqualTo("DEGRADED"));
            assertThat(stranger().get("/actuator/health").status()).isEqualTo(200);
            assertThat(stranger().get("/actuator/health").json().path("status").asString())
                    .isEqualTo("DEGRADED");
            assertThat(stranger().get("/actuator/health/readiness").status()).isEqualTo(200);
            assertThat(document(id).getList("outbox", Document.class)).isNotEmpty();
        }

        assertThat(recordsUpTo(id, 6).stream()
                        .map(one -> EventCodec.read(one).sequence())
                        .distinct())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(recordsUpTo(crashed, 1)).isNotEmpty();
        soon().untilAsserted(() -> {
            assertThat(effects(id)).hasSize(6);
            assertThat(health("outbox")).isEqualTo("UP");
        });
        assertThat(deadLetters(id)).isEmpty();
    }

    private String health(String component) {
        return stranger()
                .get("/actuator/health")
                .json()
                .path("components")
                .path(component)
                .path("status")
                .asString();
    }
}
