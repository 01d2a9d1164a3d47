package dev.parley.analytics.topology;

import dev.parley.analytics.topology.Outcome.DeadLetter;
import dev.parley.analytics.topology.Outcome.Delta;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/** The fact processor alone, with its store in memory: fast enough for thousands of histories. */
final class Folded {

    private final MockProcessorContext<String, Outcome> context = new MockProcessorContext<>(new Properties());
    private final FactProcessor processor = new FactProcessor(new SimpleMeterRegistry());
    private int deadLetters;

    Folded() {
        var store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(FactProcessor.STORE), Serdes.String(), JsonSerde.of(Fact.class))
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        processor.init(context);
    }

    /** What the records add to each cell, in sum. */
    Map<String, Integer> feed(Collection<ProducerRecord<String, byte[]>> records) {
        Map<String, Integer> sums = new TreeMap<>();
        context.resetForwards();
        records.forEach(published ->
                processor.process(new Record<>(published.key(), published.value(), 0L, published.headers())));
        context.forwarded().forEach(forwarded -> {
            switch (forwarded.record().value()) {
                case Delta delta ->
                    sums.merge(Cell.parse(forwarded.record().key()).value(), delta.amount(), Integer::sum);
                case DeadLetter _ -> deadLetters++;
            }
        });
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    int deadLetters() {
        return deadLetters;
    }
}
