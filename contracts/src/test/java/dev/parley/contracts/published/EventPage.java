package dev.parley.contracts.published;

import dev.parley.contracts.AggregateKind;
import dev.parley.contracts.EventTypes;
import dev.parley.contracts.describe.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The page of {@code docs/events} about one type, in Markdown: when, why, fields, example. */
record EventPage(String name, Class<?> type) {

    String file() {
        return name + ".md";
    }

    String render(Samples samples) {
        Describe text = Texts.of(type);
        AggregateKind kind = EventTypes.kindOf(type);
        Lifetime lifetime = Lifetime.of(type);
        StringBuilder page = new StringBuilder("# " + name + "\n\n");
        if (lifetime.isFormer()) {
            page.append("**A former version.** ").append(lifetime.sentence("")).append("\n\n");
        }
        page.append("**When:** ").append(text.value()).append("\n\n");
        page.append("**Why:** ").append(text.why()).append("\n\n");
        page.append("**Where:** topic `%s`, written by %s; subject `%s/<id>`, record key `<id>`.\n\n"
                .formatted(kind.topic().topicName(), kind.topic().owner(), kind.prefix()));
        page.append("## Data\n\n| field | value | what it is |\n|---|---|---|\n");
        rows("", EventSchemas.data(type)).forEach(page::append);
        page.append("\nA field marked *optional* is absent when it has no value.");
        page.append(" Schema: [`/schemas/%s.json`](../../contracts/src/main/resources/schemas/%s.json)\n"
                .formatted(name, name));
        page.append("\n## Example\n\n```json\n")
                .append(samples.text(name).strip())
                .append("\n```\n");
        return page.toString();
    }

    private static List<String> rows(String prefix, JsonNode schema) {
        List<String> rows = new ArrayList<>();
        for (String field : schema.path("properties").propertyNames()) {
            JsonNode value = schema.path("properties").path(field);
            String path = prefix + field;
            boolean required = schema.path("required")
                    .valueStream()
                    .anyMatch(name -> name.asString().equals(field));
            rows.add("| `%s` | %s%s | %s |\n"
                    .formatted(
                            path,
                            form(value),
                            required ? "" : ", *optional*",
                            value.path("description").asString("")));
            rows.addAll(rows(path + ".", value));
            rows.addAll(rows(path + "[].", value.path("items")));
        }
        return rows;
    }

    private static String form(JsonNode value) {
        if (value.has("enum")) {
            return value.path("enum")
                    .valueStream()
                    .map(constant -> "`" + constant.asString() + "`")
                    .collect(Collectors.joining(" "));
        }
        return switch (value.path("format").asString(value.path("type").asString())) {
            case "uuid" -> "UUID";
            case "date-time" -> "time in UTC, with milliseconds";
            case "string" -> "text";
            case "integer" -> "integer" + range(value);
            case "array" -> "list of " + plural(form(value.path("items")));
            case "boolean" -> "`true` or `false`";
            default -> "object";
        };
    }

    private static String plural(String form) {
        return form.startsWith("`") ? form : form + "s";
    }

    private static String range(JsonNode value) {
        if (value.has("maximum")) {
            return ", " + value.path("minimum") + " to " + value.path("maximum");
        }
        return value.has("minimum") ? ", at least " + value.path("minimum") : "";
    }
}
