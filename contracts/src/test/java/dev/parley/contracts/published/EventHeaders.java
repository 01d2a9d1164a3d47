package dev.parley.contracts.published;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.EventCodec;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the headers of a record look like: the CloudEvents attributes in binary mode, and our extensions. */
final class EventHeaders {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> OPTIONAL = List.of("ce_causationid", "traceparent");

    private EventHeaders() {}

    /** Of every event. */
    static ObjectNode shared() {
        ObjectNode properties = JSON.createObjectNode();
        properties.set("content-type", constant("application/json"));
        properties.set("ce_specversion", constant("1.0"));
        properties.set("ce_id", EventSchemas.uuid().put("description", "unique per event; repeats keep it"));
        properties.set("ce_source", text("^/parley/[a-z-]+$", "who publishes: the service that owns the topic"));
        properties.set("ce_type", text("^[a-z-]+\\.[a-z-]+\\.v[0-9]+$", "the event's type and version"));
        properties.set("ce_time", EventSchemas.instant().put("description", "when it was recorded"));
        properties.set("ce_subject", text("^[a-z]+/" + EventSchemas.UUID + "$", "what it happened to"));
        properties.set(
                "ce_dataschema",
                text(
                        "^urn:parley:schema:.+$",
                        "its schema's $id; the gateway serves the schema of a type at /schemas/{type}.json"));
        properties.set(
                "ce_sequence",
                text("^[0-9]{20}$", "1 for a subject's first event, then without gaps; zero-padded to sort as text"));
        properties.set("ce_organizationid", EventSchemas.uuid().put("description", "whose event it is"));
        properties.set("ce_actor", text("^(system|(user|api-key|service)/.+)$", "who caused it"));
        properties.set("ce_correlationid", text(".+", "one per command, kept through everything it causes"));
        properties.set("ce_causationid", EventSchemas.uuid().put("description", "the event that caused this one"));
        properties.set("ce_imported", flag());
        properties.set("traceparent", text("^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$", "W3C Trace Context"));
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ArrayNode required = schema.putArray("required");
        properties.propertyNames().stream()
                .filter(name -> !OPTIONAL.contains(name))
                .forEach(required::add);
        schema.set("properties", properties);
        return schema;
    }

    /** Of one type: the shared ones, and what is known beforehand. */
    static ObjectNode of(String name, AggregateKind kind) {
        ObjectNode own = JSON.createObjectNode().put("type", "object");
        ObjectNode known = own.putObject("properties");
        known.set("ce_type", constant(name));
        known.set("ce_source", constant("/parley/" + kind.topic().owner()));
        known.set("ce_subject", text("^" + kind.prefix() + "/" + EventSchemas.UUID + "$", "what it happened to"));
        known.set("ce_dataschema", constant(EventCodec.schemaOf(name)));
        ObjectNode headers = JSON.createObjectNode();
        ArrayNode all = headers.putArray("allOf");
        all.addObject().put("$ref", "#/components/schemas/cloudEvent");
        all.add(own);
        return headers;
    }

    private static ObjectNode text(String pattern, String description) {
        return JSON.createObjectNode()
                .put("type", "string")
                .put("pattern", pattern)
                .put("description", description);
    }

    private static ObjectNode constant(String value) {
        return JSON.createObjectNode().put("type", "string").put("const", value);
    }

    private static ObjectNode flag() {
        ObjectNode flag = JSON.createObjectNode()
                .put("type", "string")
                .put("description", "whether it tells of the past and was brought in later");
        flag.putArray("enum").add("true").add("false");
        return flag;
    }
}
