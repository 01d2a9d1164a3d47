package dev.parley.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.EventCodec;
import dev.parley.platform.inbox.Letter.Repair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Letters as MongoDB keeps them. */
final class LetterDocuments {

    private LetterDocuments() {}

    static Document write(Letter letter) {
        ConsumerRecord<String, byte[]> content = letter.content();
        Document document = new Document("_id", letter.id())
                .append("consumer", letter.consumer())
                .append("topic", content.topic())
                .append("partition", content.partition())
                .append("offset", content.offset())
                .append("subject", letter.subject())
                .append("eventId", letter.eventId())
                .append("key", content.key())
                .append("cause", letter.cause())
                .append("at", letter.at());
        document.putAll(content(content));
        return document;
    }

    /** The part that an operator can repair. */
    static Document content(ConsumerRecord<String, byte[]> content) {
        return new Document("headers", headers(content.headers()))
                .append("value", content.value() == null ? null : new Binary(content.value()));
    }

    static Document write(Repair repair) {
        return content(repair.original()).append("act", repair.act().write());
    }

    static Letter read(Document document) {
        return new Letter(
                document.getString("_id"),
                document.getString("consumer"),
                content(document, document),
                Objects.requireNonNullElse(document.getString("cause"), ""),
                instant(document),
                repair(document));
    }

    private static Instant instant(Document document) {
        return document.getDate("at").toInstant();
    }

    private static @Nullable Repair repair(Document letter) {
        Document repair = letter.get("repair", Document.class);
        return repair == null ? null : new Repair(Act.read(repair.get("act", new Document())), content(letter, repair));
    }

    private static ConsumerRecord<String, byte[]> content(Document place, Document content) {
        Binary value = content.get("value", Binary.class);
        var read = new ConsumerRecord<String, byte[]>(
                place.getString("topic"),
                place.getInteger("partition"),
                place.getLong("offset"),
                place.getString("key"),
                value == null ? null : value.getData());
        for (Document header : content.getList("headers", Document.class, List.of())) {
            Binary text = header.get("value", Binary.class);
            read.headers().add(header.getString("name"), text == null ? null : text.getData());
        }
        return read;
    }

    private static List<Document> headers(Headers headers) {
        return Arrays.stream(headers.toArray())
                .map(header -> new Document("name", header.key())
                        .append("value", header.value() == null ? null : new Binary(header.value())))
                .toList();
    }

    /** The same record with other data, perhaps of another type. */
    static ConsumerRecord<String, byte[]> with(
            ConsumerRecord<String, byte[]> former, @Nullable String type, byte @Nullable [] data) {
        var repaired = new ConsumerRecord<String, byte[]>(
                former.topic(),
                former.partition(),
                former.offset(),
                former.key(),
                data == null ? former.value() : data);
        former.headers().forEach(repaired.headers()::add);
        if (type != null) {
            replace(repaired.headers(), "ce_type", type);
            replace(repaired.headers(), "ce_dataschema", EventCodec.schemaOf(type));
        }
        return repaired;
    }

    private static void replace(Headers headers, String name, String text) {
        headers.remove(name).add(name, text.getBytes(UTF_8));
    }
}
