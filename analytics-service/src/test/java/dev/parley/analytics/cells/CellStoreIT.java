package dev.parley.analytics.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.parley.analytics.topology.Cell;
import dev.parley.analytics.topology.CellCount;
import dev.parley.analytics.topology.Interviews;
import dev.parley.analytics.topology.Metric;
import dev.parley.testkit.Engines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever comes again, late or from two writers at once, the highest state of a cell stays. */
class CellStoreIT {

    private static final MongoClient CLIENT =
            MongoClients.create(Engines.shared().mongoUri());

    private final MongoTemplate mongo = new MongoTemplate(CLIENT, "cells-" + UUID.randomUUID());
    private final CellStore store = new CellStore(mongo);

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Test
    void aLowerRevisionChangesNothing() {
        write("OFFER", 7, 5, 1);
        write("OFFER", 3, 4, 1);
        write("OFFER", 9, 5, 1);
        assertThat(count("OFFER")).isEqualTo(7);
    }

    @Test
    void aHigherGenerationStartsAnew() {
        write("OFFER", 7, 900, 1);
        write("OFFER", 1, 1, 2);
        write("OFFER", 8, 901, 1);
        assertThat(count("OFFER")).isEqualTo(1);
    }

    @Test
    void anOldStateInABatchDoesNotHoldUpTheNewOnes() {
        write("OFFER", 7, 5, 1);
        store.write(List.of(change("OFFER", 3, 4, 1), change("APPLIED", 2, 2, 1), change("SCREENING", 1, 1, 1)));
        assertThat(count("OFFER")).isEqualTo(7);
        assertThat(count("APPLIED")).isEqualTo(2);
        assertThat(count("SCREENING")).isEqualTo(1);
    }

    @Test
    void writersAtTheSameTimeLeaveTheHighestRevision() {
        for (int round = 0; round < 20; round++) {
            String value = "round-" + round;
            List<Long> revisions =
                    new ArrayList<>(LongStream.rangeClosed(1, 16).boxed().toList());
            Collections.shuffle(revisions, new Random(round));
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                revisions.forEach(revision -> writers.submit(() -> write(value, revision, revision, 1)));
            }
            assertThat(count(value)).as(value).isEqualTo(16);
        }
    }

    private void write(String value, long count, long revision, int generation) {
        store.write(List.of(change(value, count, revision, generation)));
    }

    private static CellChange change(String value, long count, long revision, int generation) {
        var cell = new Cell(
                Interviews.ORGANIZATION,
                Metric.STAGE,
                LocalDate.parse("2026-03-02"),
                Interviews.POSITION,
                null,
                null,
                null,
                value);
        return new CellChange(cell.toString(), cell, new CellCount(count, revision, generation));
    }

    private long count(String value) {
        Document cell =
                mongo.getCollection("cells").find(new Document("value", value)).first();
        return Objects.requireNonNull(cell).getLong("count");
    }
}
