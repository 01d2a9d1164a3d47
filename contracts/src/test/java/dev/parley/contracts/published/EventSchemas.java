package dev.parley.contracts.published;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.parley.contracts.EventCodec;
import dev.parley.contracts.describe.Range;
import dev.parley.contracts.id.Identifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema 2020-12 of event records. Nothing is referred to, so that one file is all there is to read. */
final class EventSchemas {

    static final String UUID = Identifier.FORM.pattern();
    static final String INSTANT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z";

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaGenerator GENERATOR = new SchemaGenerator(config());

    private EventSchemas() {}

    /** As published under the event's name. */
    static ObjectNode published(String name, Class<?> event) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("$id", EventCodec.schemaOf(name));
        schema.put("title", name);
        schema.put("description", Texts.of(event).value());
        schema.setAll(data(event));
        return schema;
    }

    /** The bare schema of the event's data. */
    static ObjectNode data(Class<?> event) {
        // read again, so that numbers are of the kind that a file's are
        ObjectNode schema =
                (ObjectNode) JSON.readTree(GENERATOR.generateSchema(event).toString());
        schema.remove("$schema");
        return schema;
    }

    static ObjectNode uuid() {
        return text("uuid", UUID);
    }

    static ObjectNode instant() {
        return text("date-time", INSTANT);
    }

    private static ObjectNode text(String format, String pattern) {
        return JSON.createObjectNode()
                .put("type", "string")
                .put("format", format)
                .put("pattern", "^" + pattern + "$");
    }

    private static SchemaGeneratorConfig config() {
        var builder = new SchemaGeneratorConfigBuilder(JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS);
        builder.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withCustomDefinitionProvider((type, _) -> wireForm(type));
        builder.forFields()
                .withRequiredCheck(field -> !isOptional(field))
                .withDescriptionResolver(EventSchemas::description)
                .withArrayUniqueItemsResolver(field -> field.getType().isInstanceOf(Set.class) ? true : null)
                .withNumberInclusiveMinimumResolver(EventSchemas::least)
                .withNumberInclusiveMaximumResolver(EventSchemas::most);
        return builder.build();
    }

    private static @Nullable CustomDefinition wireForm(ResolvedType type) {
        if (Identifier.class.isAssignableFrom(type.getErasedType())) {
            return new CustomDefinition(uuid(), DefinitionType.INLINE, AttributeInclusion.YES);
        }
        return type.getErasedType() == Instant.class
                ? new CustomDefinition(instant(), DefinitionType.INLINE, AttributeInclusion.YES)
                : null;
    }

    private static boolean isOptional(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String description(FieldScope field) {
        if (!field.isFakeContainerItemScope()) {
            return Texts.of(field.getRawMember());
        }
        Class<?> item = field.getType().getErasedType();
        return item.isRecord() && !Identifier.class.isAssignableFrom(item) || item.isEnum()
                ? Texts.of(item).value()
                : null;
    }

    private static @Nullable Range range(FieldScope field) {
        return field.isFakeContainerItemScope() ? null : field.getRawMember().getAnnotation(Range.class);
    }

    private static @Nullable BigDecimal least(FieldScope field) {
        Range range = range(field);
        return range == null ? null : BigDecimal.valueOf(range.min());
    }

    private static @Nullable BigDecimal most(FieldScope field) {
        Range range = range(field);
        return range == null || range.max() == Long.MAX_VALUE ? null : BigDecimal.valueOf(range.max());
    }
}
