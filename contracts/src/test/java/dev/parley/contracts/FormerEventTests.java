package dev.parley.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.EvaluationEvent.Commitment;
import dev.parley.contracts.EvaluationEvent.ScorecardSubmitted;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.SessionId;
import dev.parley.contracts.id.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the topics in a former version reaches every consumer as today's. */
class FormerEventTests {

    private static final String SESSION = "00000000-0000-4000-8000-000000000009";
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00.120Z");

    @ParameterizedTest
    @ValueSource(strings = {"scorecard.submitted.v1", "scorecard.submitted.v2"})
    void bothVersionsAreReadAsTheSameEvent(String version) throws IOException {
        Envelope read = read(version, Files.readAllBytes(Path.of("src/test/resources/samples", version + ".json")));

        assertThat(read.event())
                .isEqualTo(new ScorecardSubmitted(
                        new SessionId(SESSION),
                        new UserId("00000000-0000-4000-8000-000000000010"),
                        new Commitment("sha-256", "9b2c1f0e7d6a5b4c3f2e1d0c9b8a7f6e5d4c3b2a1f0e9d8c7b6a5f4e3d2c1b0a"),
                        AT));
        assertThat(read.metadata().type()).isEqualTo(version);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.contracts.Examples#former")
    void formerVersionBecomesWhatIsWrittenToday(FormerEvent former) {
        String name = former.getClass().getAnnotation(EventType.class).value();
        DomainEvent today = former.upcast();

        assertThat(EventTypes.findFormer(name)).contains(former.getClass());
        assertThat(EventTypes.find(name)).isEmpty();
        assertThat(EventTypes.find(EventTypes.nameOf(today))).contains(today.getClass());
        assertThat(EventTypes.kindOf(today.getClass())).isEqualTo(EventTypes.kindOf(former.getClass()));
        assertThat(today.occurredAt()).isEqualTo(former.occurredAt());
        assertThat(version(EventTypes.nameOf(today))).isGreaterThan(version(name));
    }

    @Test
    void formerVersionWithAFaultIsNoEvent() {
        assertThatThrownBy(() -> read("scorecard.submitted.v1", "{\"digest\":{}}".getBytes(UTF_8)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("the data does not fit scorecard.submitted.v1 at \"/digest\"");
    }

    @Test
    void aVersionThatIsNotKnownYetIsAnUnknownEvent() {
        assertThat(read("scorecard.submitted.v3", "{\"anything\":1}".getBytes(UTF_8))
                        .event())
                .isEqualTo(new UnknownEvent("scorecard.submitted.v3", AT));
    }

    private static int version(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf(".v") + 2));
    }

    private static Envelope read(String type, byte[] json) {
        var metadata = new EventMetadata(
                "00000000-0000-4000-8000-000000000020",
                type,
                AggregateKind.EVALUATION.subject(SESSION),
                2,
                new OrganizationId("00000000-0000-4000-8000-000000000012"),
                "system",
                "click-17",
                null,
                false,
                AT,
                SESSION);
        var written = EventCodec.toRecord(metadata, json, null);
        return EventCodec.read(written.key(), written.headers(), written.value());
    }
}
