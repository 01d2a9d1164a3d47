package dev.parley.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.checker.Event.Place;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads CloudEvents in binary mode: attributes are headers, the value is JSON. */
final class EventReader {
    private EventReader() {}

    static Event read(ConsumerRecord<byte[], byte[]> record) {
        String type = header(record, "ce_type");
        return new Event(
                new Place(record.topic(), record.partition(), record.offset()),
                header(record, "ce_id"),
                type.replaceFirst("\\.v\\d+$", ""),
                header(record, "ce_subject"),
                sequence(header(record, "ce_sequence")),
                header(record, "ce_organizationid"),
                header(record, "ce_correlationid"),
                optional(record, "ce_causationid"),
                digest(record.value()),
                json(record.value()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        String text = optional(record, name);
        return text == null ? "" : text;
    }

    private static @Nullable String optional(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static long sequence(String text) {
        return text.matches("\\d{1,20}") ? Long.parseLong(text) : 0;
    }

    private static JsonNode json(byte @Nullable [] value) {
        try {
            return value == null
                    ? JsonNodeFactory.instance.objectNode()
                    : JsonMapper.shared().readTree(value);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static String digest(byte @Nullable [] value) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(value == null ? new byte[0] : value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
