package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Envelope;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.platform.security.FromInside;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.core.task.AsyncTaskExecutor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service gets all of this by depending on the platform. */
@ExtendWith(OutputCaptureExtension.class)
class PlatformIT extends ServiceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Autowired
    private ApplicationContext context;

    @Test
    void commandIsStoredPublishedAndFollowed() {
        Service.Answer answer = recruiter().post(OPENINGS, """
                {"timeZone": "Europe/Vienna"}""");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo(OPENINGS + "/" + answer.id());
        List<ConsumerRecord<String, byte[]>> records = recordsUpTo(answer.id(), 1);
        assertThat(records).hasSize(1);
        Envelope event = EventCodec.read(records.getFirst());
        assertThat(event.event()).isInstanceOf(PositionOpened.class);
        assertThat(event.metadata().organizationId()).isEqualTo(organization);
        assertThat(event.metadata().actor()).startsWith("user/");
        soon().untilAsserted(() -> assertThat(effects(answer.id())).containsExactly("1 opened"));
    }

    @Test
    void oneTraceAndOneCorrelationIdLeadFromTheClickToTheConsumer(CapturedOutput output) {
        String id = recruiter()
                .post(
                        OPENINGS,
                        """
                        {"timeZone": "Europe/Vienna"}""",
                        "traceparent",
                        "00-" + TRACE + "-b7ad6b7169203331-01",
                        "X-Correlation-ID",
                        "click-of-this-test")
                .id();

        ConsumerRecord<String, byte[]> published = recordsUpTo(id, 1).getFirst();
        assertThat(EventCodec.text(published.headers(), "traceparent")).startsWith("00-" + TRACE + "-");
        assertThat(EventCodec.text(published.headers(), "ce_correlationid")).isEqualTo("click-of-this-test");
        soon().untilAsserted(() -> assertThat(effects(id)).hasSize(1));
        assertThat(faults.logContext(subject(id)))
                .containsAllEntriesOf(Map.of("traceId", TRACE, "correlationId", "click-of-this-test"));
        JsonNode line = logLine(output, "applying 1 of " + subject(id));
        assertThat(line.path("correlationId").asString()).isEqualTo("click-of-this-test");
        assertThat(line.path("traceId").asString()).isEqualTo(TRACE);
        assertThat(line.path("service").path("name").asString()).isEqualTo("trial");
        assertThat(line.path("ecs").path("version").asString()).isNotEmpty();
    }

    private static JsonNode logLine(CapturedOutput output, String text) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains(text))
                .map(new JsonMapper()::readTree)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void healthAndMetricsAreOpenToThisMachineAndNothingElse() {
        for (String probe : FromInside.PROBES) {
            assertThat(stranger()
                            .get(probe, "X-Forwarded-For", "127.0.0.1")
                            .raw()
                            .body())
                    .isEqualTo("{\"status\":\"UP\"}");
        }
        Service.Answer health = stranger().get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json()
                        .path("components")
                        .path("outbox")
                        .path("status")
                        .asString())
                .as(health.raw().body())
                .isEqualTo("UP");
        assertThat(health.raw().body()).doesNotContain("details", "version");
        assertThat(stranger().get("/actuator/prometheus").raw().body())
                .contains("parley_outbox_published_total", "parley_outbox_oldest_age_seconds")
                .doesNotContain("spring_security_", "tasks_scheduled_");
        assertThat(stranger()
                        .get("/actuator/prometheus", "X-Forwarded-For", "127.0.0.1")
                        .status())
                .isEqualTo(401);
        assertThat(stranger()
                        .get("/actuator/health", "X-Forwarded-For", "127.0.0.1")
                        .status())
                .isEqualTo(401);
        assertThat(stranger().get("/actuator/env").status()).isEqualTo(401);
        assertThat(stranger().get("/v3/api-docs").json().path("paths").propertyNames())
                .contains(OPENINGS, OPENINGS + "/{id}")
                .doesNotContain("/error");
    }

    @Test
    void springBootsOwnExecutorIsStillThereForStreamsAndAsyncWork() {
        assertThat(context.getBean("applicationTaskExecutor")).isInstanceOf(AsyncTaskExecutor.class);
    }
}
