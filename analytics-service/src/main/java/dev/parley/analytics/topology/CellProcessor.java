package dev.parley.analytics.topology;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Adds deltas to the counts of cells. */
final class CellProcessor implements Processor<String, Integer, String, CellCount> {

    static final String STORE = "cells";

    private final int generation;
    private @Nullable ProcessorContext<String, CellCount> context;
    private @Nullable KeyValueStore<String, CellCount> cells;

    CellProcessor(int generation) {
        this.generation = generation;
    }

    @Override
    public void init(ProcessorContext<String, CellCount> initialized) {
        context = initialized;
        cells = initialized.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Integer> delta) {
        KeyValueStore<String, CellCount> store = Objects.requireNonNull(cells);
        CellCount before = store.get(delta.key());
        CellCount after = (before == null ? CellCount.none(generation) : before).plus(delta.value());
        store.put(delta.key(), after);
        Objects.requireNonNull(context).forward(delta.withValue(after));
    }
}
