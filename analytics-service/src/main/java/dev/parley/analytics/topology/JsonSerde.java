package dev.parley.analytics.topology;

import dev.parley.contracts.ContractsJson;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** State as JSON: readable in the changelog, and it tolerates fields of newer versions. */
final class JsonSerde {

    private JsonSerde() {}

    static <T> Serde<T> of(Class<T> type) {
        Serializer<T> serializer =
                (_, value) -> value == null ? null : ContractsJson.events().writeValueAsBytes(value);
        Deserializer<T> deserializer =
                (_, bytes) -> bytes == null ? null : ContractsJson.events().readValue(bytes, type);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
