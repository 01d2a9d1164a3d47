package dev.parley.contracts.published;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What became of a released schema. Old events are read by new records, and new events by consumers that know only the
 * released schema: whatever could mislead either of them is a breach. Only a new field that may be absent, and texts,
 * are not.
 *
 * @param breaches one sentence each, which names event and field
 * @param additions likewise
 */
record SchemaChange(List<String> breaches, List<String> additions) {

    private static final Set<String> TEXTS = Set.of("description", "title");
    private static final Set<String> STRUCTURE = Set.of("properties", "required", "items");
    private static final String INSTEAD = "; give the event a new version instead.";

    static SchemaChange between(String event, JsonNode released, JsonNode today) {
        var change = new SchemaChange(new ArrayList<>(), new ArrayList<>());
        change.compare(event, "", released, today);
        return change;
    }

    private void compare(String event, String field, JsonNode released, JsonNode today) {
        for (String keyword : union(released, today)) {
            if (!TEXTS.contains(keyword) && !STRUCTURE.contains(keyword)) {
                compareRule(event, field, keyword, released.path(keyword), today.path(keyword));
            }
        }
        if (released.has("items") && today.has("items")) {
            compare(event, field + "[]", released.path("items"), today.path("items"));
        }
        for (String name : union(released.path("properties"), today.path("properties"))) {
            compareField(event, field.isEmpty() ? name : field + "." + name, name, released, today);
        }
    }

    private void compareRule(String event, String field, String keyword, JsonNode released, JsonNode today) {
        if (!released.equals(today)) {
            breaches.add("%s: %s has another %s than was released (%s, formerly %s)%s"
                    .formatted(event, named(field), keyword, shown(today), shown(released), INSTEAD));
        }
    }

    private void compareField(String event, String field, String name, JsonNode released, JsonNode today) {
        JsonNode before = released.path("properties").path(name);
        JsonNode now = today.path("properties").path(name);
        boolean wasThere = requires(released, name);
        boolean isThere = requires(today, name);
        if (now.isMissingNode()) {
            breaches.add("%s: the field \"%s\" was released and is gone or renamed%s".formatted(event, field, INSTEAD));
        } else if (before.isMissingNode() && isThere) {
            breaches.add("%s: the new field \"%s\" is required, but events of old lack it; make it @Nullable, or%s"
                    .formatted(event, field, INSTEAD.substring(1)));
        } else if (before.isMissingNode()) {
            additions.add("%s: the field \"%s\" is new.".formatted(event, field));
        } else {
            if (isThere && !wasThere) {
                breaches.add("%s: the field \"%s\" became required, but events of old may lack it%s"
                        .formatted(event, field, INSTEAD));
            } else if (wasThere && !isThere) {
                breaches.add("%s: the field \"%s\" became optional, but consumers rely on it%s"
                        .formatted(event, field, INSTEAD));
            }
            compare(event, field, before, now);
        }
    }

    private static String named(String field) {
        return field.isEmpty() ? "the event" : "the field \"" + field + "\"";
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "none" : value.toString();
    }

    private static boolean requires(JsonNode schema, String name) {
        return schema.path("required")
                .valueStream()
                .anyMatch(required -> required.asString().equals(name));
    }

    private static Set<String> union(JsonNode released, JsonNode today) {
        Set<String> names = new LinkedHashSet<>(released.propertyNames());
        names.addAll(today.propertyNames());
        return names;
    }
}
