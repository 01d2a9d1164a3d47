package dev.parley.analytics.feed;

import static dev.parley.contracts.EventCodec.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.ContractsJson;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.MalformedEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A record in binary mode as one JSON document: the CloudEvents JSON format, structured mode. */
final class StructuredEvent {

    private static final String ATTRIBUTE = "ce_";
    private static final String FLAG = "imported";

    private StructuredEvent() {}

    /**
     * All attributes and the data, in one line.
     *
     * @throws MalformedEventException when the data is not JSON; it quotes no data
     */
    static String of(ConsumerRecord<String, byte[]> kafkaRecord) {
        ObjectNode event = ContractsJson.events().createObjectNode();
        for (Header header : kafkaRecord.headers()) {
            if (header.key().startsWith(ATTRIBUTE) && header.value() != null) {
                put(event, header.key().substring(ATTRIBUTE.length()), new String(header.value(), UTF_8));
            }
        }
        // records of before schemas had names of their own hold what CloudEvents does not allow
        event.put("dataschema", EventCodec.schemaOf(String.valueOf(text(kafkaRecord.headers(), "ce_type"))));
        event.put("datacontenttype", text(kafkaRecord.headers(), "content-type"));
        event.set("data", data(kafkaRecord.value()));
        return event.toString();
    }

    /** A header can only be text; a text "false" would be taken for true by many a reader. */
    private static void put(ObjectNode event, String name, String value) {
        if (name.equals(FLAG)) {
            event.put(name, Boolean.parseBoolean(value));
        } else {
            event.put(name, value);
        }
    }

    private static JsonNode data(byte[] value) {
        try {
            return ContractsJson.events().readTree(value);
        } catch (JacksonException _) {
            throw new MalformedEventException("the data is not JSON");
        }
    }
}
