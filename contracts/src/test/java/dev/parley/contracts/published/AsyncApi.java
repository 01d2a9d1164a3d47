package dev.parley.contracts.published;

import dev.parley.contracts.EventTypes;
import dev.parley.contracts.Topic;
import dev.parley.contracts.describe.Describe;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3 document of everything that is on the topics, written from the type registry. */
final class AsyncApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ABOUT = "What happens in Parley, as CloudEvents 1.0.2 over Kafka in binary mode:"
            + " attributes are headers, the value is the event's JSON. Each topic is written by one service and keeps"
            + " all events for ever; the record key is the subject's id, so the events of a subject are in order."
            + " Delivery is at least once: `ce_subject` and `ce_sequence` identify an event. Ignore fields and types you"
            + " do not know. `ce_dataschema` is the `$id` of the type's JSON Schema (2020-12),"
            + " `urn:parley:schema:{type}` in every installation; its gateway serves it at `/schemas/{type}.json`.";

    private AsyncApi() {}

    static ObjectNode document(SortedMap<String, Class<?>> events, Samples samples) {
        ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Parley events")
                .put("version", "1.0.0")
                .put("description", ABOUT)
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        document.set("servers", server());
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (Topic topic : Topic.values()) {
            List<String> names = events.entrySet().stream()
                    .filter(event -> EventTypes.kindOf(event.getValue()).topic() == topic)
                    .map(Map.Entry::getKey)
                    .toList();
            channels.set(topic.topicName(), channel(topic, names));
            operations.set("publish-" + topic.topicName(), operation(topic, names));
        }
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        events.forEach((name, type) -> messages.set(name, message(name, type, samples)));
        components.putObject("schemas").set("cloudEvent", EventHeaders.shared());
        return document;
    }

    private static ObjectNode server() {
        ObjectNode servers = JSON.createObjectNode();
        ObjectNode kafka = servers.putObject("kafka")
                .put("host", "{bootstrap}")
                .put("protocol", "kafka")
                .put("description", "The installation's Kafka; direct access is given by its operator.");
        kafka.putObject("variables").putObject("bootstrap").put("default", "127.0.0.1:9092");
        return servers;
    }

    private static ObjectNode channel(Topic topic, List<String> names) {
        ObjectNode channel = JSON.createObjectNode()
                .put("address", topic.topicName())
                .put("description", "Written by " + topic.owner() + " only.");
        ObjectNode messages = channel.putObject("messages");
        names.forEach(name -> messages.putObject(name).put("$ref", "#/components/messages/" + name));
        ObjectNode kafka = channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", topic.topicName())
                .put("partitions", Topic.PARTITIONS)
                .put("bindingVersion", "0.5.0");
        ObjectNode settings = kafka.putObject("topicConfiguration");
        settings.putArray("cleanup.policy").add("delete");
        settings.put("retention.ms", -1);
        return channel;
    }

    private static ObjectNode operation(Topic topic, List<String> names) {
        ObjectNode operation =
                JSON.createObjectNode().put("action", "send").put("summary", topic.owner() + " tells what happened.");
        String channel = "#/channels/" + topic.topicName();
        operation.putObject("channel").put("$ref", channel);
        ArrayNode messages = operation.putArray("messages");
        names.forEach(name -> messages.addObject().put("$ref", channel + "/messages/" + name));
        return operation;
    }

    private static ObjectNode message(String name, Class<?> type, Samples samples) {
        Describe text = Texts.of(type);
        ObjectNode message = JSON.createObjectNode()
                .put("name", name)
                .put("title", name)
                .put("summary", text.value())
                .put("description", text.why() + Lifetime.of(type).sentence(" "))
                .put("contentType", "application/json");
        message.set("headers", EventHeaders.of(name, EventTypes.kindOf(type)));
        message.set("payload", EventSchemas.data(type));
        message.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", "0.5.0")
                .set("key", EventSchemas.uuid());
        message.putArray("examples").addObject().set("payload", samples.of(name));
        return message;
    }
}
