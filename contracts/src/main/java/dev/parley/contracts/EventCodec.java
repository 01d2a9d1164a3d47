package dev.parley.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.id.OrganizationId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** CloudEvents 1.0.2 over Kafka in binary mode: attributes are headers, the value is the event's JSON. */
public final class EventCodec {

    private static final Pattern SEQUENCE = Pattern.compile("0*[1-9][0-9]{0,18}");
    private static final int SEQUENCE_DIGITS = 20;

    private EventCodec() {}

    /** The record of an event whose data is already JSON. */
    public static ProducerRecord<String, byte[]> toRecord(
            EventMetadata metadata, byte[] json, @Nullable String traceparent) {
        Topic topic = metadata.subject().kind().topic();
        var result = new ProducerRecord<String, byte[]>(topic.topicName(), metadata.key(), json);
        Headers headers = result.headers();
        put(headers, "content-type", "application/json");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", metadata.id());
        put(headers, "ce_source", "/parley/" + topic.owner());
        put(headers, "ce_type", metadata.type());
        put(headers, "ce_time", ContractsJson.format(metadata.time()));
        put(headers, "ce_subject", metadata.subject().toString());
        put(headers, "ce_dataschema", schemaOf(metadata.type()));
        put(headers, "ce_sequence", String.format(Locale.ROOT, "%0" + SEQUENCE_DIGITS + "d", metadata.sequence()));
        put(headers, "ce_organizationid", metadata.organizationId().value());
        put(headers, "ce_actor", metadata.actor());
        put(headers, "ce_correlationid", metadata.correlationId());
        putIfPresent(headers, "ce_causationid", metadata.causationId());
        put(headers, "ce_imported", Boolean.toString(metadata.imported()));
        putIfPresent(headers, "traceparent", traceparent);
        return result;
    }

    /**
     * Reads a record; a former version of an event is read as today's, its metadata as they stand there.
     *
     * @throws MalformedEventException when an attribute is missing or wrong, or the data does not fit its type; it quotes no data
     */
    public static Envelope read(ConsumerRecord<String, byte[]> kafkaRecord) {
        return read(kafkaRecord.key(), kafkaRecord.headers(), kafkaRecord.value());
    }

    /** The same for parts of a record. */
    public static Envelope read(@Nullable String key, Headers headers, byte @Nullable [] value) {
        EventMetadata metadata = metadata(key, headers);
        if (value == null) {
            throw new MalformedEventException("the record has no value");
        }
        return new Envelope(metadata, data(metadata, value));
    }

    /** What identifies the JSON Schema of a type; the same in every installation, whatever its address is. */
    public static String schemaOf(String type) {
        return "urn:parley:schema:" + type;
    }

    /** The text of a header, if the record has it. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static EventMetadata metadata(@Nullable String key, Headers headers) {
        if (key == null) {
            throw new MalformedEventException("the record has no key");
        }
        parsed(headers, "ce_specversion", EventCodec::specificationVersion);
        required(headers, "ce_source");
        return new EventMetadata(
                required(headers, "ce_id"),
                required(headers, "ce_type"),
                parsed(headers, "ce_subject", Subject::parse),
                parsed(headers, "ce_sequence", EventCodec::sequence),
                parsed(headers, "ce_organizationid", OrganizationId::new),
                required(headers, "ce_actor"),
                required(headers, "ce_correlationid"),
                text(headers, "ce_causationid"),
                parsed(headers, "ce_imported", EventCodec::flag),
                parsed(headers, "ce_time", Instant::parse),
                key);
    }

    private static DomainEvent data(EventMetadata metadata, byte[] value) {
        var type = EventTypes.find(metadata.type());
        if (type.isPresent()) {
            return data(metadata.type(), value, type.get());
        }
        return EventTypes.findFormer(metadata.type())
                .map(former -> data(metadata.type(), value, former).upcast())
                .orElseGet(() -> new UnknownEvent(metadata.type(), metadata.time()));
    }

    private static <T> T data(String name, byte[] value, Class<T> type) {
        try {
            T data = ContractsJson.events().readValue(value, type);
            if (data == null) {
                throw new MalformedEventException("the data of " + name + " is null");
            }
            return data;
        } catch (JacksonException e) {
            // neither its message nor its cause: both quote the data
            throw new MalformedEventException("the data does not fit " + name + " at " + pointer(e));
        }
    }

    private static String pointer(JacksonException fault) {
        return fault.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String specificationVersion(String text) {
        return matching(text.equals("1.0"), text);
    }

    private static long sequence(String text) {
        return Long.parseLong(matching(
                text.length() == SEQUENCE_DIGITS && SEQUENCE.matcher(text).matches(), text));
    }

    private static boolean flag(String text) {
        return Boolean.parseBoolean(matching(text.equals("true") || text.equals("false"), text));
    }

    private static String matching(boolean matches, String text) {
        if (!matches) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static <T> T parsed(Headers headers, String name, Function<String, T> form) {
        String text = required(headers, name);
        try {
            return form.apply(text);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new MalformedEventException("the attribute " + name + " has the wrong form");
        }
    }

    private static String required(Headers headers, String name) {
        String text = text(headers, name);
        if (text == null) {
            throw new MalformedEventException("the attribute " + name + " is missing");
        }
        return text;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static void putIfPresent(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            put(headers, name, value);
        }
    }
}
