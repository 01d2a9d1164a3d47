package dev.parley.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.DecisionOutcome;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.EventMetadata;
import dev.parley.testkit.EventProbe;
import dev.parley.testkit.Events;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Former versions are followed as today's, and a release that does not know a version yet loses nothing by it. */
class VersionsIT extends WholeService {

    @Test
    void decisionIsFollowedBehindEveryVersionOfASubmission() {
        Company company = Company.on(port);
        String session = company.aCompletedSession();
        EventProbe.publish(List.of(
                submission(company, session, 1, "v1", "\"digest\":\"d1\""),
                submission(company, session, 2, "v2", "\"seal\":{\"algorithm\":\"sha-256\",\"digest\":\"d2\"}"),
                submission(company, session, 3, "v3", "\"anything\":[1]")));
        var evaluation = new Evaluation(company, session);
        EventProbe.publish(List.of(Events.record(evaluation.numbered(4, DecisionOutcome.ADVANCE))));

        await().untilAsserted(() -> assertThat(
                        company.recruiter().get("/api/v1/sessions/" + session).at("/outcome"))
                .isEqualTo("ADVANCE"));
    }

    private static ProducerRecord<String, byte[]> submission(
            Company company, String session, long sequence, String version, String data) {
        String json = """
                {"sessionId":"%s","interviewerId":"%s","occurredAt":"2026-03-02T09:30:00.120Z",%s}""".formatted(session, company.panel.getFirst(), data);
        var metadata = new EventMetadata(
                UUID.randomUUID().toString(),
                "scorecard.submitted." + version,
                AggregateKind.EVALUATION.subject(session),
                sequence,
                company.organization,
                "system",
                UUID.randomUUID().toString(),
                null,
                false,
                Company.MORNING,
                session);
        return EventCodec.toRecord(metadata, json.getBytes(UTF_8), null);
    }
}
