package dev.parley.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.contracts.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.io.ClassPathResource;

/** What an integrator may expect of the data of one event type. */
record ReleasedSchema(String type, Schema schema) {

    private static final Map<String, ReleasedSchema> BY_TYPE = new ConcurrentHashMap<>();

    /** @throws AssertionError when a record on a topic is not what its released schema promises */
    static void check(ConsumerRecord<String, byte[]> event) {
        String type = String.valueOf(EventCodec.text(event.headers(), "ce_type"));
        BY_TYPE.computeIfAbsent(type, ReleasedSchema::read).judge(new String(event.value(), UTF_8));
    }

    private static ReleasedSchema read(String type) {
        try {
            String text = new ClassPathResource("schemas/" + type + ".json").getContentAsString(UTF_8);
            var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
            return new ReleasedSchema(type, registry.getSchema(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(String data) {
        String faults = schema.validate(data, InputFormat.JSON).stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        if (!faults.isEmpty()) {
            throw new AssertionError(type + " is not what its schema promises:\n" + faults);
        }
    }
}
