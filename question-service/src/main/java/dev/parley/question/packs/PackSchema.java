package dev.parley.question.packs;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.platform.error.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema of the pack format, taken apart so that a file's envelope and each row are judged alone. */
@Component
class PackSchema {

    private static final int FAULTS_PER_ROW = 10;

    private final String text = read();
    private final Schema envelope;
    private final Schema question;
    private final Schema kit;

    PackSchema(JsonMapper json) {
        ObjectNode whole = (ObjectNode) json.readTree(text);
        whole.remove("$id");
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        this.question = registry.getSchema(only(whole, "#/$defs/question"));
        this.kit = registry.getSchema(only(whole, "#/$defs/kit"));
        this.envelope = registry.getSchema(withoutRows(whole));
    }

    /** As published. */
    String text() {
        return text;
    }

    List<FieldError> faultsOfEnvelope(PackFile file) {
        List<FieldError> faults = new ArrayList<>(faults(envelope, file.envelope(), ""));
        if (file.envelope().has("questions") && file.questions() == 0) {
            faults.add(new FieldError("/questions", "at least one question is expected"));
        }
        return faults;
    }

    List<FieldError> faultsOfQuestion(JsonNode row, String pointer) {
        return faults(question, row, pointer);
    }

    List<FieldError> faultsOfKit(JsonNode row, String pointer) {
        return faults(kit, row, pointer);
    }

    private static List<FieldError> faults(Schema schema, JsonNode node, String pointer) {
        Stream<FieldError> broken =
                schema.validate(node).stream().map(fault -> new FieldError(pointer + place(fault), fault.getMessage()));
        Map<String, FieldError> first = new LinkedHashMap<>();
        Stream.concat(broken, Texts.faults(node, pointer).stream())
                .forEach(fault -> first.putIfAbsent(fault.pointer(), fault));
        return first.values().stream().limit(FAULTS_PER_ROW).toList();
    }

    private static String place(Error fault) {
        String parent = fault.getInstanceLocation().toString();
        return fault.getProperty() == null ? parent : parent + "/" + fault.getProperty();
    }

    private static ObjectNode only(ObjectNode whole, String reference) {
        ObjectNode part = whole.objectNode();
        part.set("$schema", whole.get("$schema"));
        part.set("$defs", whole.get("$defs"));
        return part.put("$ref", reference);
    }

    private static ObjectNode withoutRows(ObjectNode whole) {
        ObjectNode part = whole.deepCopy();
        for (String list : List.of("questions", "kits")) {
            ObjectNode property = (ObjectNode) part.get("properties").get(list);
            property.remove(List.of("items", "minItems"));
        }
        return part;
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(PackSchema.class.getResourceAsStream("/pack.schema.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
