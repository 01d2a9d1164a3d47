package dev.parley.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.PositionEvent.PositionOpened;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.contracts.id.PositionId;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTests {

    private static final String POSITION = "00000000-0000-4000-8000-000000000007";
    private static final EventMetadata METADATA = new EventMetadata(
            "00000000-0000-4000-8000-000000000020",
            "position.opened.v1",
            AggregateKind.POSITION.subject(POSITION),
            42,
            new OrganizationId("00000000-0000-4000-8000-000000000012"),
            "user/00000000-0000-4000-8000-000000000010",
            "click-17",
            "00000000-0000-4000-8000-000000000019",
            true,
            Instant.parse("2026-03-02T09:30:00.120Z"),
            POSITION);
    private static final PositionOpened EVENT =
            new PositionOpened(new PositionId(POSITION), "Europe/Vienna", Instant.parse("2025-01-01T00:00:00Z"));

    @Test
    void envelopeSurvivesTheRecord() {
        assertThat(read(kafkaRecord())).isEqualTo(new Envelope(METADATA, EVENT));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.contracts.Examples#all")
    void everyTypeSurvivesTheRecord(DomainEvent event) {
        var metadata = typed(EventTypes.nameOf(event));
        var written = EventCodec.toRecord(metadata, ContractsJson.events().writeValueAsBytes(event), null);

        assertThat(read(written)).isEqualTo(new Envelope(metadata, event));
    }

    @ParameterizedTest
    @CsvSource({
        "QUESTION, question-events, /parley/question-service",
        "KIT, question-events, /parley/question-service",
        "PACK, question-events, /parley/question-service",
        "CANDIDATE, session-events, /parley/session-service",
        "POSITION, session-events, /parley/session-service",
        "APPLICATION, session-events, /parley/session-service",
        "SESSION, session-events, /parley/session-service",
        "EVALUATION, scoring-events, /parley/scoring-service",
        "ORGANIZATION, identity-events, /parley/gateway",
        "USER, identity-events, /parley/gateway",
    })
    void subjectDecidesTopicAndSource(AggregateKind kind, String topic, String source) {
        var metadata = new EventMetadata(
                METADATA.id(),
                METADATA.type(),
                kind.subject(POSITION),
                1,
                METADATA.organizationId(),
                "system",
                "click-17",
                null,
                false,
                METADATA.time(),
                POSITION);
        var written = EventCodec.toRecord(metadata, new byte[0], null);

        assertThat(written.topic()).isEqualTo(topic);
        assertThat(header(written, "ce_source")).isEqualTo(source);
        assertThat(written.headers().lastHeader("ce_causationid")).isNull();
        assertThat(written.headers().lastHeader("traceparent")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_time",
                "ce_subject",
                "ce_sequence",
                "ce_organizationid",
                "ce_actor",
                "ce_correlationid",
                "ce_imported",
            })
    void missingAttributeIsNamed(String attribute) {
        var crippled = kafkaRecord();
        crippled.headers().remove(attribute);

        assertThatThrownBy(() -> read(crippled))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("the attribute " + attribute + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, secret-0.3",
        "ce_time, secret-noon",
        "ce_subject, secret",
        "ce_subject, secret/",
        "ce_subject, /secret",
        "ce_subject, secret/00000000-0000-4000-8000-000000000007",
        "ce_subject, POSITION/secret",
        "ce_sequence, secret",
        "ce_sequence, 42",
        "ce_sequence, -0000000000000000042",
        "ce_sequence, 00000000000000000000",
        "ce_sequence, 99999999999999999999",
        "ce_sequence, 09999999999999999999",
        "ce_organizationid, secret",
        "ce_organizationid, 00000000-0000-4000-8000-00000000000A",
        "ce_imported, secret",
    })
    void wrongAttributeIsNamedAndNotQuoted(String attribute, String value) {
        var crippled = kafkaRecord();
        crippled.headers().remove(attribute);
        crippled.headers().add(attribute, value.getBytes(UTF_8));

        assertThatThrownBy(() -> read(crippled))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("the attribute " + attribute + " has the wrong form")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "secret | \"\"",
                "{ | \"\"",
                "`` | \"\"",
                "[] | \"\"",
                "\"secret\" | \"\"",
                "{\"positionId\":\"secret\"} | \"/positionId\"",
                "{\"positionId\":{}} | \"/positionId\"",
                "{\"occurredAt\":\"secret\"} | \"/occurredAt\"",
                "{\"occurredAt\":17} | \"/occurredAt\"",
                "{\"timeZone\":[\"secret\"]} | \"/timeZone\"",
            })
    void wrongDataIsLocatedAndNotQuoted(String json, String pointer) {
        var crippled = new ProducerRecord<>(
                "session-events",
                null,
                POSITION,
                json.getBytes(UTF_8),
                kafkaRecord().headers());

        assertThatThrownBy(() -> read(crippled))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("the data does not fit position.opened.v1 at " + pointer)
                .hasNoCause();
    }

    @Test
    void aConstantThatIsNotKnownIsNotGuessed() {
        var crippled =
                EventCodec.toRecord(typed("decision.recorded.v1"), "{\"outcome\":\"MAYBE\"}".getBytes(UTF_8), null);

        assertThatThrownBy(() -> read(crippled))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("the data does not fit decision.recorded.v1 at \"/outcome\"");
    }

    @Test
    void numbersAreNeitherRoundedNorTakenForNames() {
        var decided = typed("decision.recorded.v1");
        for (String json : new String[] {"{\"number\":1.5}", "{\"number\":\"1\"}", "{\"outcome\":0}"}) {
            var crippled = EventCodec.toRecord(decided, json.getBytes(UTF_8), null);

            assertThatThrownBy(() -> read(crippled)).isInstanceOf(MalformedEventException.class);
        }
    }

    @Test
    void nothingAtAllIsMalformedToo() {
        var headers = kafkaRecord().headers();

        assertThatThrownBy(() -> EventCodec.read(null, headers, new byte[0]))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("the record has no key");
        assertThatThrownBy(() -> EventCodec.read(POSITION, headers, null))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("the record has no value");
        assertThatThrownBy(() -> EventCodec.read(POSITION, headers, "null".getBytes(UTF_8)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage("the data of position.opened.v1 is null");
    }

    @Test
    void typeOfANewerVersionIsUnknownAndItsDataNotLookedAt() {
        var metadata = typed("position.teleported.v7");
        var newer = EventCodec.toRecord(metadata, "whatever".getBytes(UTF_8), null);

        assertThat(read(newer))
                .isEqualTo(new Envelope(metadata, new UnknownEvent("position.teleported.v7", METADATA.time())));
    }

    @Test
    void recordCarriesAttributesAsTextOfFixedForm() {
        var headers = Map.of(
                "content-type", "application/json",
                "ce_specversion", "1.0",
                "ce_sequence", "00000000000000000042",
                "ce_time", "2026-03-02T09:30:00.120Z",
                "ce_subject", "position/" + POSITION,
                "ce_dataschema", "urn:parley:schema:position.opened.v1",
                "ce_imported", "true",
                "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(headers)
                .allSatisfy(
                        (name, value) -> assertThat(header(kafkaRecord(), name)).isEqualTo(value));
        assertThat(kafkaRecord().key()).isEqualTo(POSITION);
    }

    @Test
    void recordsOfBeforeSchemasHadNamesOfTheirOwnAreRead() {
        var old = kafkaRecord();
        old.headers().remove("ce_dataschema").add("ce_dataschema", "/schemas/position.opened.v1.json".getBytes(UTF_8));

        assertThat(read(old)).isEqualTo(new Envelope(METADATA, EVENT));
    }

    private static EventMetadata typed(String type) {
        return new EventMetadata(
                METADATA.id(),
                type,
                METADATA.subject(),
                METADATA.sequence(),
                METADATA.organizationId(),
                METADATA.actor(),
                METADATA.correlationId(),
                METADATA.causationId(),
                METADATA.imported(),
                METADATA.time(),
                METADATA.key());
    }

    private static ProducerRecord<String, byte[]> kafkaRecord() {
        return EventCodec.toRecord(
                METADATA,
                ContractsJson.events().writeValueAsBytes(EVENT),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    private static Envelope read(ProducerRecord<String, byte[]> written) {
        return EventCodec.read(written.key(), written.headers(), written.value());
    }

    private static String header(ProducerRecord<String, byte[]> written, String name) {
        return String.valueOf(EventCodec.text(written.headers(), name));
    }
}
