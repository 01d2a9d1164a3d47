package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.OrganizationId;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The independent CloudEvents SDK reads what the codec writes. */
class CloudEventsConformanceTests {

    private static final String SUBJECT = "00000000-0000-4000-8000-000000000009";

    @ParameterizedTest
    @MethodSource("dev.parley.contracts.Examples#all")
    void strangersReadEveryAttributeAndExtension(DomainEvent example) {
        byte[] json = ContractsJson.events().writeValueAsBytes(example);
        var written = EventCodec.toRecord(metadata(EventTypes.nameOf(example)), json, null);

        CloudEvent event = KafkaMessageFactory.createReader(written.headers(), written.value())
                .toEvent();

        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo("00000000-0000-4000-8000-000000000020");
        assertThat(event.getType()).isEqualTo(EventTypes.nameOf(example));
        assertThat(event.getSource()).isEqualTo(URI.create("/parley/scoring-service"));
        assertThat(event.getSubject()).isEqualTo("evaluation/" + SUBJECT);
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-03-02T09:30:00.120Z"));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getDataSchema())
                .isEqualTo(URI.create("urn:parley:schema:" + EventTypes.nameOf(example)))
                .matches(URI::isAbsolute);
        assertThat(event.getExtensionNames())
                .containsExactlyInAnyOrder(
                        "sequence", "organizationid", "actor", "correlationid", "causationid", "imported");
        assertThat(event.getExtension("sequence")).isEqualTo("00000000000000000042");
        assertThat(event.getExtension("organizationid")).isEqualTo("00000000-0000-4000-8000-000000000012");
        assertThat(event.getExtension("actor")).isEqualTo("system");
        assertThat(event.getExtension("correlationid")).isEqualTo("click-17");
        assertThat(event.getExtension("causationid")).isEqualTo("00000000-0000-4000-8000-000000000019");
        assertThat(event.getExtension("imported")).isEqualTo("false");
        assertThat(Objects.requireNonNull(event.getData()).toBytes()).isEqualTo(json);
    }

    private static EventMetadata metadata(String type) {
        return new EventMetadata(
                "00000000-0000-4000-8000-000000000020",
                type,
                AggregateKind.EVALUATION.subject(SUBJECT),
                42,
                new OrganizationId("00000000-0000-4000-8000-000000000012"),
                "system",
                "click-17",
                "00000000-0000-4000-8000-000000000019",
                false,
                Instant.parse("2026-03-02T09:30:00.120Z"),
                SUBJECT);
    }
}
