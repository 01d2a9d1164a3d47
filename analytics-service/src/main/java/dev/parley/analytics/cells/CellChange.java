package dev.parley.analytics.cells;

import dev.parley.analytics.topology.Cell;
import dev.parley.analytics.topology.CellCount;
import dev.parley.contracts.ContractsJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One state of a cell, as the cells topic tells it. */
record CellChange(String key, Cell cell, CellCount count) {

    static CellChange read(ConsumerRecord<String, byte[]> counted) {
        return new CellChange(
                counted.key(),
                Cell.parse(counted.key()),
                ContractsJson.events().readValue(counted.value(), CellCount.class));
    }
}
