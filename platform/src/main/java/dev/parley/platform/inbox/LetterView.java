package dev.parley.platform.inbox;

import static dev.parley.contracts.EventCodec.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One letter as operators see it; events carry no personal data, so neither does this. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterView(
        Brief letter,
        @Nullable String key,
        Content content,
        @Nullable Content original,
        @Nullable Act repaired) {

    /** One line of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Brief(
            String id,
            String consumer,
            String topic,
            int partition,
            long offset,
            @Nullable String subject,
            @Nullable String sequence,
            @Nullable String type,
            String cause,
            Instant at,
            boolean repaired) {

        static Brief of(Letter letter) {
            ConsumerRecord<String, byte[]> content = letter.content();
            return new Brief(
                    letter.id(),
                    letter.consumer(),
                    content.topic(),
                    content.partition(),
                    content.offset(),
                    letter.subject(),
                    text(content.headers(), "ce_sequence"),
                    text(content.headers(), "ce_type"),
                    letter.cause(),
                    letter.at(),
                    letter.repair() != null);
        }
    }

    /** Headers and data, each as text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(Map<String, String> headers, @Nullable String data) {

        static Content of(ConsumerRecord<String, byte[]> content) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : content.headers()) {
                headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
            }
            return new Content(headers, content.value() == null ? null : new String(content.value(), UTF_8));
        }
    }

    static LetterView of(Letter letter) {
        Letter.Repair repair = letter.repair();
        return new LetterView(
                Brief.of(letter),
                letter.content().key(),
                Content.of(letter.content()),
                repair == null ? null : Content.of(repair.original()),
                repair == null ? null : repair.act());
    }
}
